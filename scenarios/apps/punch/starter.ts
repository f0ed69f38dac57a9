import type { ActionOf, Starter } from '../../kit/app.ts';
import type { PunchWorld } from '../../world/punch/types.ts';

export const punchStarter: Starter<PunchWorld, ActionOf<'punch'>> = {
  about: {
    fr: 'Une application pour pointer, compter des étagères et envoyer le compte.',
    en: 'An app to punch in, to count shelves and to send the count.',
  },
  name: { fr: 'Pointage', en: 'Punch clock' },
  world: {
    time: 'punch.time',
    shelves: [
      { id: 'h1', code: 'A12', rows: ['bb.', '.pb'] },
      { id: 'h2', code: 'B07', rows: ['b.b', 'bb.'] },
    ],
    units: [
      { id: 'u1', label: 'punch.u1' },
      { id: 'u2', label: 'punch.u2' },
    ],
    weakTries: 1,
  },
  texts: {
    fr: { 'punch.time': '8\u00A0h\u00A032', 'punch.u1': 'Palettes', 'punch.u2': 'Boîtes' },
    en: { 'punch.time': '8:32', 'punch.u1': 'Pallets', 'punch.u2': 'Boxes' },
  },
  where: 'punch:shelves',
  way: [
    { app: 'punch', type: 'punch', kind: 'in' },
    { app: 'punch', type: 'show', page: 'count' },
    { app: 'punch', type: 'open-shelf', shelfId: 'h1', by: 'scan' },
    { app: 'punch', type: 'count', shelfId: 'h1', number: '3' },
    { app: 'punch', type: 'close-shelf' },
    { app: 'punch', type: 'choose-unit', unitId: 'u2' },
    { app: 'punch', type: 'send' },
  ],
};
