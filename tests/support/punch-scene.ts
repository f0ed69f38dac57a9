/** A small scene on a phone, with one shelf to count: texts are their own keys. */
import type { World } from '../../scenarios/world/types.ts';
import { smallScene } from './small-scene.ts';

export const punchScene: World = {
  ...smallScene,
  help: [],
  apps: ['home', 'punch'],
  home: {
    time: '8 h',
    icons: [
      { id: 'i1', name: 'Météo', picture: 'sun', opens: 'page', page: ['Nuages'] },
      { id: 'i2', name: 'Pointage', picture: 'clock', opens: 'app', app: 'punch' },
      { id: 'i3', name: 'Réglages', picture: 'gear', opens: 'settings' },
    ],
    notices: [
      { id: 'n1', kind: 'listed', title: 'Nuages', body: ['Il pleut.'], icon: 'i1' },
      {
        id: 'n2',
        kind: 'asking',
        title: 'Mise à jour',
        body: ['Une mise à jour est prête.'],
        icon: 'i2',
        answers: [
          { id: 'a1', label: 'Maintenant', leadsTo: 'home', after: 'À jour.' },
          { id: 'a2', label: 'Plus tard', leadsTo: 'icon' },
        ],
      },
    ],
    settings: [
      { id: 'p1', title: 'Réglages', rows: [{ kind: 'page', page: 'p2' }] },
      {
        id: 'p2',
        title: 'Réseau',
        rows: [
          { kind: 'switch', id: 's1', label: 'Mode avion', on: false },
          { kind: 'switch', id: 's2', label: 'Wi-Fi', note: 'Connu', on: false },
          { kind: 'text', text: 'Fin' },
        ],
      },
    ],
    network: [
      { when: { s2: true }, signal: 'good' },
      { when: { s1: false }, signal: 'weak' },
    ],
  },
  punch: {
    time: '8 h',
    shelves: [
      { id: 'h1', code: 'A12', rows: ['bb.', '.pb'] },
      { id: 'h2', code: 'B07', rows: ['b'] },
    ],
    units: [
      { id: 'u1', label: 'Palettes' },
      { id: 'u2', label: 'Boîtes' },
    ],
    weakTries: 1,
  },
};
