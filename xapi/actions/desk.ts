import type { DeskAction } from '../../scenarios/world/types.ts';
import { scenarioActivity } from '../activities.ts';
import { appActivity, deskName } from './app-activity.ts';
import { type AppStatements, thing } from './declare.ts';

export const desk: AppStatements<DeskAction> = {
  name: deskName,
  actions: {
    'open-app': {
      verb: 'opened',
      tier: 2,
      object: { type: 'application', activity: (_scene, { target }) => appActivity(target) },
    },
    help: {
      verb: 'requested',
      tier: 2,
      object: thing('hint', 'hint', 'topic'),
      extensions: { helpStep: ({ step }) => step },
    },
    listen: { verb: 'listened', tier: 2, object: thing('text', 'spokenText', 'target') },
    undo: { verb: 'undid', tier: 2, object: { type: 'application', activity: () => appActivity('desk') } },
    done: { verb: 'submitted', tier: 2, object: { type: 'scenario', activity: scenarioActivity } },
    skip: { verb: 'skipped', tier: 2, object: { type: 'scenario', activity: scenarioActivity } },
  },
};
