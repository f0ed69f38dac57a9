/** Drafts around the apps. */
import type { SceneRef } from '../../scenarios/kit/log.ts';
import type { DeskAction } from '../../scenarios/world/types.ts';
import { appActivity, objectActivity, scenarioActivity } from '../activities.ts';
import type { StatementDraft } from '../statement-draft.ts';
import { extensions } from '../vocabulary.ts';
import { draftMaker } from './draft-parts.ts';

/** The draft of one action. */
export function deskDraft(scene: SceneRef, action: DeskAction): StatementDraft {
  const on = draftMaker(scene, 'desk');
  switch (action.type) {
    case 'open-app':
      return on('opened', 2, appActivity(action.target));
    case 'help':
      return on('requested', 2, objectActivity(scene, 'hint', action.topic), {
        [extensions.helpStep]: action.step,
      });
    case 'listen':
      return on('listened', 2, objectActivity(scene, 'text', action.target));
    case 'undo':
      return on('undid', 2, appActivity('desk'));
    case 'done':
      return on('submitted', 2, scenarioActivity(scene));
    case 'skip':
      return on('skipped', 2, scenarioActivity(scene));
  }
}
