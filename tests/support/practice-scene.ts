/** A small scene with a practice page for tests: texts are their own keys. */
import type { World } from '../../scenarios/world/types.ts';
import { phoneScene } from './phone-scene.ts';

export const practiceScene: World = {
  ...phoneScene,
  apps: ['practice'],
  practice: {
    steps: [
      {
        id: 'point',
        kind: 'point',
        ask: 'Choisis la tasse.',
        target: 'mug',
        things: [
          { id: 'plant', name: 'La plante', picture: 'plant' },
          { id: 'mug', name: 'La tasse', picture: 'mug' },
          { id: 'cap', name: 'La casquette', picture: 'cap' },
        ],
      },
      {
        id: 'scroll',
        kind: 'scroll',
        ask: 'Trouve les clés.',
        lines: ['Un', 'Deux', 'Trois'],
        found: { id: 'keys', name: 'Les clés', picture: 'keys' },
      },
      {
        id: 'open',
        kind: 'open',
        ask: 'Ouvre le mot de Nadia.',
        target: 'l2',
        body: ['Bonjour!'],
        letters: [
          { id: 'l1', from: 'marc', name: 'Marc' },
          { id: 'l2', from: 'nadia', name: 'Nadia' },
        ],
      },
      { id: 'type', kind: 'type', ask: 'Écris ce mot.', word: 'Forêt' },
      { id: 'undo', kind: 'undo', ask: 'Efface la note.', note: ['Pain'], then: 'Choisis Annuler.' },
      { id: 'listen', kind: 'use', ask: 'Choisis Écouter.', tool: 'listen' },
      { id: 'pause', kind: 'use', ask: 'Choisis Pause.', tool: 'pause' },
      { id: 'size', kind: 'use', ask: 'Choisis Confort.', tool: 'text-size' },
    ],
  },
};
