/** Drafts in the mail app. */
import type { SceneRef, TextFeatures } from '../../scenarios/kit/log.ts';
import type { MailAction } from '../../scenarios/world/mail/types.ts';
import { objectActivity, type ObjectKind, viewActivity } from '../activities.ts';
import type { StatementDraft } from '../statement-draft.ts';
import type { Activity } from '../statement.ts';
import { extensions } from '../vocabulary.ts';
import { draftMaker, featuresExtension, lengthClassOf } from './draft-parts.ts';

/** The draft of one action. */
export function mailDraft(
  scene: SceneRef,
  action: MailAction,
  features: TextFeatures | undefined,
): StatementDraft {
  const on = draftMaker(scene, 'mail');
  const thing = (kind: ObjectKind, id: string): Activity => objectActivity(scene, kind, id);
  const draft = viewActivity('mail', 'draft');
  switch (action.type) {
    case 'folder':
      return on('accessed', 2, thing('folder', action.folder));
    case 'open':
      return on('opened', 2, thing('message', action.messageId));
    case 'close':
      return on('closed', 3, viewActivity('mail', 'message'));
    case 'compose':
      return on('drafted', 2, draft, { [extensions.composeMode]: 'new' });
    case 'reply':
    case 'reply-all':
    case 'forward':
      return on('drafted', 2, thing('message', action.messageId), { [extensions.composeMode]: action.type });
    case 'report':
      return on('reported', 2, thing('message', action.messageId));
    case 'keep':
      return on('kept', 2, thing('message', action.messageId));
    case 'delete':
      return on('deleted', 2, thing('message', action.messageId));
    case 'preview-link':
      return on('previewed', 2, thing('link', action.linkId));
    case 'open-link':
      return on('opened', 2, thing('link', action.linkId));
    case 'open-draft':
      return on('opened', 2, thing('draft', action.draftId));
    case 'leave-draft':
      return on('left', 3, draft);
    case 'delete-draft':
      return on('deleted', 2, draft);
    case 'add-recipient':
      return on('selected', 3, thing('contact', action.contactId));
    case 'remove-recipient':
      return on('deselected', 3, thing('contact', action.contactId));
    case 'add-phrase':
      return on('selected', 3, thing('phrase', action.phraseId));
    case 'remove-phrase':
      return on('deselected', 3, thing('phrase', action.phraseId));
    case 'write':
      return on('edited', 3, draft, { [extensions.lengthClass]: lengthClassOf(action.typed) });
    case 'preview':
      return on('previewed', 2, thing('attachment', action.attachmentId));
    case 'send':
      return on('sent', 2, draft, featuresExtension(features));
  }
}
