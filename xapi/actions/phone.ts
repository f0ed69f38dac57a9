/** Drafts in the text-message app. */
import type { SceneRef, TextFeatures } from '../../scenarios/kit/log.ts';
import type { PhoneAction } from '../../scenarios/world/phone/types.ts';
import { objectActivity, type ObjectKind, viewActivity } from '../activities.ts';
import type { StatementDraft } from '../statement-draft.ts';
import type { Activity } from '../statement.ts';
import { extensions } from '../vocabulary.ts';
import { draftMaker, featuresExtension, lengthClassOf } from './draft-parts.ts';

/** The draft of one action. */
export function phoneDraft(
  scene: SceneRef,
  action: PhoneAction,
  features: TextFeatures | undefined,
): StatementDraft {
  const on = draftMaker(scene, 'phone');
  const thing = (kind: ObjectKind, id: string): Activity => objectActivity(scene, kind, id);
  const draft = viewActivity('phone', 'draft');
  switch (action.type) {
    case 'open':
      return on('opened', 2, thing('conversation', action.conversationId));
    case 'close':
      return on('closed', 3, viewActivity('phone', 'conversation'));
    case 'add-phrase':
      return on('selected', 3, thing('phrase', action.phraseId));
    case 'remove-phrase':
      return on('deselected', 3, thing('phrase', action.phraseId));
    case 'write':
      return on('edited', 3, draft, { [extensions.lengthClass]: lengthClassOf(action.typed) });
    case 'send':
      return on('sent', 2, draft, featuresExtension(features));
    case 'copy-code':
      return on('copied', 2, thing('text-message', action.messageId));
    case 'report':
      return on('reported', 2, thing('text-message', action.messageId));
    case 'keep':
      return on('kept', 2, thing('text-message', action.messageId));
    case 'delete':
      return on('deleted', 2, thing('text-message', action.messageId));
    case 'preview-link':
      return on('previewed', 2, thing('link', action.messageId));
    case 'open-link':
      return on('opened', 2, thing('link', action.messageId));
  }
}
