/** A small inbox for tests: texts are their own keys. */
import type { World } from '../../../../scenarios/world/types.ts';

export const sampleWorld: World = {
  formatVersion: 1,
  id: 'sample',
  version: 1,
  title: 'title',
  place: 'office',
  minutes: 5,
  givenBy: 'nadia',
  introduction: [],
  goal: [],
  ending: { by: 'nadia', expression: 'smiling', text: 'ending' },
  help: [
    {
      id: 'open',
      title: 'help',
      say: 'say',
      where: 'mail:message:m2',
      whereText: 'where',
      how: [],
    },
  ],
  access: {
    screenReader: true,
    keyboard: true,
    zoom400: true,
    withoutColour: true,
    withoutSound: true,
    phone: true,
  },
  apps: ['mail'],
  mail: {
    me: 'you',
    contacts: [
      { id: 'you', name: 'Alex', address: 'alex@boreal.example' },
      { id: 'nadia', name: 'Nadia', address: 'nadia@boreal.example', cast: 'nadia' },
      { id: 'marc', name: 'Marc', address: 'marc@boreal.example' },
    ],
    messages: [
      {
        id: 'm1',
        from: 'marc',
        to: ['you', 'nadia'],
        date: 'Lundi',
        subject: 'Dîner',
        body: ['Qui vient?'],
        attachments: [],
        read: true,
      },
      {
        id: 'm2',
        from: 'nadia',
        to: ['you'],
        date: 'Mardi',
        subject: 'Horaire',
        body: ['Peux-tu venir?'],
        attachments: [{ id: 'a1', name: 'Règles.pdf', kind: 'pdf', preview: ['Règles', 'Une règle'] }],
        read: false,
      },
    ],
    drafts: [],
    phraseGroups: [{ id: 'g1', title: 'Saluer', phrases: [{ id: 'p1', text: 'Bonjour!' }] }],
  },
  files: {
    folders: [
      { id: 'training', name: 'Formation' },
      { id: 'downloads', name: 'Téléchargements' },
    ],
    defaultFolder: 'downloads',
    files: [],
  },
};
