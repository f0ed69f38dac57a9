import type { PracticeAction } from '../../scenarios/world/practice/types.ts';
import { type AppStatements, thing, view } from './declare.ts';

const task = thing('task', 'task', 'stepId');

export const practice: AppStatements<PracticeAction> = {
  name: { en: 'Practice page', fr: 'Page pour essayer' },
  actions: {
    use: { verb: 'accessed', tier: 2, object: task, extensions: { choice: ({ tool }) => tool } },
    'go-on': { verb: 'closed', tier: 3, object: view('message', 'Open message', 'Message ouvert') },
    seen: { verb: 'previewed', tier: 3, object: task },
    instead: { verb: 'requested', tier: 2, object: task },
    erase: { verb: 'deleted', tier: 2, object: task },
    enter: { verb: 'edited', tier: 2, object: task, extensions: { reading: ({ reading }) => reading } },
    press: { verb: 'selected', tier: 2, object: thing('choice', 'choice', 'thingId') },
    miss: { verb: 'selected', tier: 3, object: task },
    pass: { verb: 'skipped', tier: 2, object: task },
  },
};
