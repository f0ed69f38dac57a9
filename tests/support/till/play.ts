/** Plays the scene of the till in a copy of the product that has it, and prints what came of it. */
import { resolve } from 'node:path';
import { keyOf, namesIn } from './scenarios/apps/app-lookups.ts';
import { evaluateScene } from './scenarios/evidence/evaluate.ts';
import { observePlay } from './scenarios/evidence/observe-play.ts';
import { loadContent } from './server/content/load.ts';
import { draftOfAction } from './xapi/actions/action-drafts.ts';
import { profile } from './xapi/profile/profile.ts';

const content = loadContent(resolve(process.argv[2] ?? ''));
const scene = { sceneId: '1', scenario: 'x02-till', worldVersion: 1, scoringVersion: 1 };
const { world } = content.publicScene('x02-till', 1, 0);
const evidence = content.evidence(scene);
const { state, actions, refused } = observePlay(evidence.vocabulary, world, [
  { app: 'till', type: 'take-back', articleId: 'milk' },
  { app: 'till', type: 'ring-up', articleId: 'bread' },
  { app: 'till', type: 'ring-up', articleId: 'milk' },
  { app: 'till', type: 'close' },
  { app: 'desk', type: 'done' },
]);
const statements = actions.map(({ action, actionSeq }) =>
  draftOfAction({ kind: 'action', scene, action, actionSeq, tMs: 0, clientAt: 0 }),
);
console.log(
  JSON.stringify({
    state: state.apps.till,
    refused: refused.map(({ code }) => code),
    items: evaluateScene(evidence, { world, state, actions, skipped: false }).items,
    statements: statements.map(({ verb, object }) => `${verb} ${object.id.split('/').slice(-2).join('/')}`),
    words: actions.flatMap(({ action }) =>
      action.app === 'desk' ? [] : [[keyOf(action), namesIn(world, action)]],
    ),
    templates: profile.templates.map(({ id }) => id).filter((id) => id.includes('/till-')).length,
  }),
);
