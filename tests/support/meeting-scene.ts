/** A small scene with a video meeting and a text that links to it: texts are their own keys. */
import type { World } from '../../scenarios/world/types.ts';
import { smallScene } from './small-scene.ts';

export const meetingScene: World = {
  ...smallScene,
  help: [],
  apps: ['phone', 'meeting'],
  phone: {
    conversations: [
      {
        id: 'c1',
        name: 'Nadia',
        number: '418 555-0117',
        cast: 'nadia',
        messages: [
          {
            id: 't1',
            date: 'Ce matin',
            body: ['Voici le lien.'],
            link: {
              text: 'Réunion',
              address: 'https://reunion.example/equipe',
              page: null,
              app: 'meeting',
            },
          },
        ],
        read: false,
      },
    ],
    phraseGroups: [],
  },
  meeting: {
    meetings: [
      { id: 'r1', title: 'Équipe', when: 'Maintenant', opens: true },
      { id: 'r2', title: 'Formation', when: 'Demain', opens: false },
    ],
    people: ['nadia', 'marc', 'joyce'],
    noise: 'On entend la cuisine.',
    sources: [
      { id: 'o1', way: 'voice', label: 'Casque' },
      { id: 'o2', way: 'voice', label: 'Ordinateur' },
      { id: 'o3', way: 'writing', label: 'Invités' },
      { id: 'o4', way: 'writing', label: 'Employés' },
    ],
    windows: [
      { id: 'w1', title: 'Tout l’écran', lines: ['Rendez-vous', 'Quarts'] },
      { id: 'w2', title: 'Messages', lines: ['Rendez-vous'] },
      { id: 'w3', title: 'Horaire', lines: ['Quarts'] },
    ],
    turns: [
      { id: 'y1', by: 'joyce', text: 'Bonjour!' },
      { id: 'y2', by: 'nadia', text: 'L’inventaire est jeudi.', kind: 'quiet' },
      { id: 'y3', by: 'joyce', text: 'Qui peut aider?', kind: 'asks' },
      { id: 'y4', by: 'marc', text: 'On ne t’entend plus.', writing: 'On ne te lit plus.', kind: 'fault' },
      { id: 'y5', by: 'nadia', text: 'Merci!' },
    ],
    replies: { by: 'joyce', heard: 'On t’entend.', read: 'On te lit.' },
    phraseGroups: [
      {
        id: 'g1',
        title: 'Répondre',
        phrases: [
          { id: 'q1', text: 'Moi, je peux.' },
          { id: 'q2', text: 'M’entendez-vous?' },
        ],
      },
    ],
  },
};
