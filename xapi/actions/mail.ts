import type { MailAction } from '../../scenarios/world/mail/types.ts';
import { type AppStatements, lengthClassOf, thing, view, withTextFeatures } from './declare.ts';

const message = thing('message', 'email', 'messageId');
const contact = thing('contact', 'contact', 'contactId');
const phrase = thing('phrase', 'phrase', 'phraseId');
const link = thing('link', 'link', 'linkId');
const draft = view('draft', 'Message being written', "Message en cours d'écriture");

const answered = {
  verb: 'drafted',
  tier: 2,
  object: message,
  extensions: { composeMode: ({ type }: { readonly type: string }) => type },
} as const;

export const mail: AppStatements<MailAction> = {
  name: { en: 'Mail', fr: 'Courriel' },
  actions: {
    folder: { verb: 'accessed', tier: 2, object: thing('folder', 'folder', 'folder') },
    open: { verb: 'opened', tier: 2, object: message },
    close: { verb: 'closed', tier: 3, object: view('message', 'Open message', 'Message ouvert') },
    compose: { verb: 'drafted', tier: 2, object: draft, extensions: { composeMode: () => 'new' } },
    reply: answered,
    'reply-all': answered,
    forward: answered,
    report: { verb: 'reported', tier: 2, object: message },
    keep: { verb: 'kept', tier: 2, object: message },
    delete: { verb: 'deleted', tier: 2, object: message },
    'preview-link': { verb: 'previewed', tier: 2, object: link },
    'open-link': { verb: 'opened', tier: 2, object: link },
    'open-draft': { verb: 'opened', tier: 2, object: thing('draft', 'email', 'draftId') },
    'leave-draft': { verb: 'left', tier: 3, object: draft },
    'delete-draft': { verb: 'deleted', tier: 2, object: draft },
    'add-recipient': { verb: 'selected', tier: 3, object: contact },
    'remove-recipient': { verb: 'deselected', tier: 3, object: contact },
    'add-phrase': { verb: 'selected', tier: 3, object: phrase },
    'remove-phrase': { verb: 'deselected', tier: 3, object: phrase },
    write: { verb: 'edited', tier: 3, object: draft, extensions: { lengthClass: lengthClassOf } },
    preview: { verb: 'previewed', tier: 2, object: thing('attachment', 'file', 'attachmentId') },
    send: { verb: 'sent', tier: 2, object: draft, ...withTextFeatures },
  },
};
