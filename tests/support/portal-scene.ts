/** A small scene on a phone, with one text, one stub and a page that asks for too much: texts are their own keys. */
import type { World } from '../../scenarios/world/types.ts';
import { smallScene } from './small-scene.ts';

const line = (id: string, label: string, value: string): { id: string; label: string; value: string } => ({
  id,
  label,
  value,
});

export const portalScene: World = {
  ...smallScene,
  help: [],
  apps: ['home', 'phone', 'portal'],
  home: {
    time: '8 h',
    icons: [
      { id: 'i1', name: 'Textos', picture: 'bubble', opens: 'app', app: 'phone' },
      { id: 'i2', name: 'Internet', picture: 'globe', opens: 'app', app: 'portal' },
    ],
    notices: [],
    settings: [],
    network: [],
  },
  phone: {
    conversations: [
      {
        id: 'c1',
        name: 'Paie',
        number: '12',
        messages: [
          {
            id: 't1',
            date: 'Hier',
            body: ['Prêt'],
            link: { text: 'Voir', address: 'https://faux.example/talon', page: 'w3' },
          },
        ],
        read: false,
      },
    ],
    phraseGroups: [],
  },
  portal: {
    favourites: ['w1', 'w2'],
    pages: [
      {
        id: 'w1',
        address: 'https://paie.example',
        title: 'Portail',
        kind: 'pay',
        signIn: ['Le téléphone garde votre mot de passe.'],
        stubs: [
          {
            id: 's1',
            title: 'Nouveau',
            groups: [
              { title: 'Argent', lines: [line('l1', 'Brut', '90 $'), line('l2', 'Net', '80 $')] },
              { title: 'Heures', lines: [line('l3', 'Lundi', '2 h')] },
            ],
          },
          {
            id: 's2',
            title: 'Ancien',
            groups: [{ title: 'Argent', lines: [line('l4', 'Brut', '70 $')] }],
          },
        ],
      },
      {
        id: 'w2',
        address: 'https://horaire.example',
        title: 'Horaire',
        kind: 'plain',
        text: ['Vos heures'],
        rows: [{ label: 'Mardi', value: '3 h' }],
      },
      {
        id: 'w3',
        address: 'https://faux.example/talon',
        title: 'Faux',
        kind: 'plain',
        text: ['Confirmez'],
        rows: [],
        asks: { what: ['Compte bancaire'], button: 'Confirmer', after: 'Merci' },
      },
    ],
    marks: [
      { id: 'k1', label: 'Reçu' },
      { id: 'k2', label: 'Total' },
    ],
  },
};
