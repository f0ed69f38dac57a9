/** A small scene on a phone: a poster with a sticker, two pages, and settings with a search. Texts are their own keys. */
import type { WebPage } from '../../scenarios/world/browser/types.ts';
import type { World } from '../../scenarios/world/types.ts';
import { smallScene } from './small-scene.ts';

const page = (id: string, address: string): WebPage => ({
  id,
  address,
  site: `Site ${id}`,
  title: `Page ${id}`,
  look: 'plain',
  menu: [],
  blocks: [{ kind: 'text', text: `Texte ${id}` }],
});

export const scanScene: World = {
  ...smallScene,
  help: [],
  apps: ['home', 'scan', 'browser'],
  home: {
    time: '8 h',
    icons: [
      { id: 'i1', name: 'Lecteur', picture: 'code', opens: 'app', app: 'scan' },
      { id: 'i2', name: 'Réglages', picture: 'gear', opens: 'settings' },
    ],
    notices: [],
    settingsSearch: true,
    settings: [
      {
        id: 'p1',
        title: 'Tous',
        rows: [
          { kind: 'page', page: 'p2' },
          { kind: 'page', page: 'p4' },
        ],
      },
      { id: 'p2', title: 'Applications', rows: [{ kind: 'page', page: 'p3' }] },
      {
        id: 'p3',
        title: 'Lampe',
        rows: [{ kind: 'switch', id: 's1', label: 'Contacts', on: true }],
      },
      { id: 'p4', title: 'Sons', rows: [{ kind: 'switch', id: 's2', label: 'Sonnerie', on: true }] },
    ],
    network: [],
  },
  scan: {
    poster: { title: 'Cafétéria', lines: ['Notre site'] },
    codes: [
      {
        id: 'k1',
        on: 'sticker',
        place: 'sur l’autocollant',
        says: ['Nouveau!'],
        typed: 'REPAS9',
        address: 'https://faux.example',
        page: 'w2',
      },
      {
        id: 'k2',
        on: 'poster',
        place: 'au bas',
        says: ['Le menu'],
        typed: 'MENU24',
        address: 'https://cafeteria.example',
        page: 'w1',
      },
    ],
  },
  browser: {
    engine: 'Cherche',
    favourites: [],
    suggestions: [],
    pages: [
      {
        ...page('w1', 'https://cafeteria.example'),
        cookies: {
          text: 'Des témoins?',
          needed: 'Toujours actifs',
          purposes: [
            { id: 'u1', label: 'Visites' },
            { id: 'u2', label: 'Publicité' },
          ],
        },
      },
      page('w2', 'https://faux.example'),
    ],
  },
};
