/** A small scene with an assistant and a document for tests: texts are their own keys. */
import type { World } from '../../scenarios/world/types.ts';
import { smallScene } from './small-scene.ts';

export const assistantScene: World = {
  ...smallScene,
  help: [
    { id: 'ask', title: 'help', say: 'say', where: 'assistant:compose', whereText: 'where', how: [] },
    { id: 'lines', title: 'help', say: 'say', where: 'document:lines', whereText: 'where', how: [] },
  ],
  apps: ['assistant', 'document'],
  assistant: {
    intents: [
      {
        id: 'notice',
        words: 'écris, un texte. write',
        phrases: ['q1'],
        answer: ['Voici :', 'Un', 'Deux'],
        offers: 't1',
      },
      { id: 'dose', words: 'combien, dose', phrases: ['q2'], answer: ['60 ml'] },
      { id: 'other', phrases: [], answer: ['Pas compris.'] },
    ],
    phraseGroups: [
      {
        id: 'g1',
        title: 'Demander',
        phrases: [
          { id: 'q1', text: 'Écris un texte.' },
          { id: 'q2', text: 'Combien?' },
          { id: 'q3', text: 'Pour l’équipe.' },
        ],
      },
    ],
  },
  document: {
    name: 'Avis',
    to: 'nadia',
    mostWords: 5,
    sentences: [
      { id: 's1', text: 'Un', words: 1 },
      { id: 's2', text: 'Deux mots', words: 2 },
      { id: 's3', text: 'Portez des gants.', words: 3 },
    ],
    texts: [{ id: 't1', sentences: ['s1', 's2'] }],
    phraseGroups: [{ id: 'g2', title: 'Consignes', phrases: [{ id: 's3', text: 'Portez des gants.' }] }],
    notes: [{ id: 'g3', title: 'Un mot', phrases: [{ id: 'n1', text: 'L’IA a aidé.' }] }],
  },
};
