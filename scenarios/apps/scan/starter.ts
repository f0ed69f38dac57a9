import type { ActionOf, Starter } from '../../kit/app.ts';
import type { ScanWorld } from '../../world/scan/types.ts';

export const scanStarter: Starter<ScanWorld, ActionOf<'scan'>> = {
  about: {
    fr: 'Le lecteur de codes d’un téléphone, devant une affiche. Il montre l’adresse avant de l’ouvrir.',
    en: 'The code reader of a phone, in front of a poster. It shows the address before it opens it.',
  },
  name: { fr: 'Lecteur de codes', en: 'Code reader' },
  world: {
    poster: { title: 'scan.title', lines: ['scan.line'] },
    codes: [
      {
        id: 'k1',
        on: 'sticker',
        place: 'scan.k1',
        says: ['scan.k1.says'],
        typed: 'scan.k1.typed',
        address: 'scan.k1.address',
        page: null,
      },
      {
        id: 'k2',
        on: 'poster',
        place: 'scan.k2',
        says: ['scan.k2.says'],
        typed: 'scan.k2.typed',
        address: 'scan.k2.address',
        page: null,
      },
    ],
  },
  texts: {
    fr: {
      'scan.title': 'Bibliothèque du quartier',
      'scan.line': 'Notre site\u00A0: biblio-nord.example',
      'scan.k1': 'Sur l’autocollant',
      'scan.k1.says': 'Livres gratuits ici!',
      'scan.k1.typed': 'LIVRE1',
      'scan.k1.address': 'https://livres-pour-tous.example',
      'scan.k2': 'Au bas de l’affiche',
      'scan.k2.says': 'Heures de la semaine',
      'scan.k2.typed': 'HEURES2',
      'scan.k2.address': 'https://biblio-nord.example/heures',
    },
    en: {
      'scan.title': 'Neighbourhood library',
      'scan.line': 'Our website: biblio-nord.example',
      'scan.k1': 'On the sticker',
      'scan.k1.says': 'Free books here!',
      'scan.k1.typed': 'LIVRE1',
      'scan.k1.address': 'https://livres-pour-tous.example',
      'scan.k2': 'At the bottom of the poster',
      'scan.k2.says': 'Hours for the week',
      'scan.k2.typed': 'HEURES2',
      'scan.k2.address': 'https://biblio-nord.example/heures',
    },
  },
  where: 'scan:start',
  way: [
    { app: 'scan', type: 'start' },
    { app: 'scan', type: 'allow' },
    { app: 'scan', type: 'read', codeId: 'k2' },
    { app: 'scan', type: 'open', codeId: 'k2' },
  ],
};
