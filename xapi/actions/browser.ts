/** Drafts in the web browser. */
import type { SceneRef, TextFeatures } from '../../scenarios/kit/log.ts';
import type { BrowserAction } from '../../scenarios/world/browser/types.ts';
import { localId, objectActivity, viewActivity } from '../activities.ts';
import type { StatementDraft } from '../statement-draft.ts';
import { extensions } from '../vocabulary.ts';
import { draftMaker, featuresExtension } from './draft-parts.ts';

/** The draft of one action. What was searched for is in no statement; what it holds is, by the names of features. */
export function browserDraft(
  scene: SceneRef,
  action: BrowserAction,
  features: TextFeatures | undefined,
): StatementDraft {
  const on = draftMaker(scene, 'browser');
  const page = viewActivity('browser', 'page');
  switch (action.type) {
    case 'open':
    case 'open-in-new-tab':
      return on('accessed', 2, objectActivity(scene, 'page', action.pageId), {
        [extensions.via]: action.via,
        ...(action.rank > 0 && { [extensions.rank]: action.rank }),
      });
    case 'search':
      return on('searched', 2, viewActivity('browser', 'results'), featuresExtension(features));
    case 'home':
      return on('accessed', 3, viewActivity('browser', 'home'));
    case 'back':
    case 'forward':
      return on('accessed', 3, page, { [extensions.via]: action.type });
    case 'new-tab':
      return on('opened', 3, viewActivity('browser', 'home'));
    case 'select-tab':
      return on('selected', 3, objectActivity(scene, 'tab', action.tabId));
    case 'close-tab':
      return on('closed', 3, objectActivity(scene, 'tab', action.tabId));
    case 'find-in-page':
      return on('searched', 2, page, { [extensions.found]: action.found });
    case 'note-choose':
      return on('selected', 3, objectActivity(scene, 'choice', action.choiceId));
    case 'note-source':
      return on('selected', 3, objectActivity(scene, 'page', action.pageId));
    case 'note-send':
      return on('sent', 2, viewActivity('browser', 'note'));
    case 'submit-data':
      return on('submitted', 2, objectActivity(scene, 'form', action.blockId), {
        [extensions.fields]: action.fields.map(localId),
      });
  }
}
