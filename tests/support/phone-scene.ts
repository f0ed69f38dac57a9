/** A small scene with text messages for tests: texts are their own keys. */
import type { World } from '../../scenarios/world/types.ts';
import { smallScene } from './small-scene.ts';

export const phoneScene: World = {
  ...smallScene,
  help: [{ id: 'code', title: 'help', say: 'say', where: 'phone:copy:s2', whereText: 'where', how: [] }],
  apps: ['phone'],
  phone: {
    conversations: [
      {
        id: 'c1',
        name: 'Livraison',
        number: '55 123',
        messages: [
          {
            id: 's1',
            date: 'Mardi',
            body: ['Votre colis attend.'],
            link: { text: 'Payer', address: 'https://colis.example/payer', page: null },
          },
        ],
        read: false,
      },
      {
        id: 'c2',
        name: 'Marc',
        number: '418 555-0142',
        cast: 'marc',
        messages: [{ id: 's2', date: 'Lundi', body: ['Ton code est 482 913.'], code: '482 913' }],
        read: false,
      },
      { id: 'c3', name: 'Rosa', number: '418 555-0117', cast: 'rosa', messages: [], read: true },
    ],
    phraseGroups: [{ id: 'g1', title: 'Saluer', phrases: [{ id: 'p1', text: 'Bonjour!' }] }],
  },
};
