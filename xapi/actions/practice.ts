/** Drafts on the practice page. What was typed is a class: empty, the word, or something else. */
import type { SceneRef } from '../../scenarios/kit/log.ts';
import type { PracticeAction } from '../../scenarios/world/practice/types.ts';
import { objectActivity, viewActivity } from '../activities.ts';
import type { StatementDraft } from '../statement-draft.ts';
import { extensions } from '../vocabulary.ts';
import { draftMaker } from './draft-parts.ts';

/** The draft of one action. */
export function practiceDraft(scene: SceneRef, action: PracticeAction): StatementDraft {
  const on = draftMaker(scene, 'practice');
  const task = objectActivity(scene, 'task', action.stepId);
  switch (action.type) {
    case 'press':
      return on('selected', 2, objectActivity(scene, 'choice', action.thingId));
    case 'miss':
      return on('selected', 3, task);
    case 'go-on':
      return on('closed', 3, viewActivity('practice', 'message'));
    case 'enter':
      return on('edited', 2, task, { [extensions.reading]: action.reading });
    case 'erase':
      return on('deleted', 2, task);
    case 'use':
      return on('accessed', 2, task, { [extensions.choice]: action.tool });
    case 'pass':
      return on('skipped', 2, task);
  }
}
