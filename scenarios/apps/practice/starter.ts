import type { ActionOf, Starter } from '../../kit/app.ts';
import type { PracticeWorld } from '../../world/practice/types.ts';

export const practiceStarter: Starter<PracticeWorld, ActionOf<'practice'>> = {
  about: {
    fr: 'Une page pour essayer les gestes du jeu. Rien n’y est mesuré.',
    en: 'A page to try the gestures of the game. It measures nothing.',
  },
  name: { fr: 'Pour essayer', en: 'Practice' },
  world: {
    steps: [
      {
        id: 'point',
        kind: 'point',
        ask: 'practice.point.ask',
        things: [
          { id: 'x1', name: 'practice.x1', picture: 'plant' },
          { id: 'x2', name: 'practice.x2', picture: 'mug' },
        ],
        target: 'x2',
      },
    ],
  },
  texts: {
    fr: {
      'practice.point.ask': 'Choisis la tasse.',
      'practice.x1': 'une plante',
      'practice.x2': 'une tasse',
    },
    en: {
      'practice.point.ask': 'Choose the mug.',
      'practice.x1': 'a plant',
      'practice.x2': 'a mug',
    },
  },
  where: 'practice:step:point',
  way: [{ app: 'practice', type: 'press', stepId: 'point', thingId: 'x2' }],
};
