import type { MailAction } from '../../scenarios/world/mail/types.ts';
import { type AppStatements, lengthClassOf, textFeaturesOf } from './declare.ts';

const message = {
  kind: 'message',
  type: 'email',
  id: ({ messageId }: { readonly messageId: string }) => messageId,
} as const;
const contact = {
  kind: 'contact',
  type: 'contact',
  id: ({ contactId }: { readonly contactId: string }) => contactId,
} as const;
const phrase = {
  kind: 'phrase',
  type: 'phrase',
  id: ({ phraseId }: { readonly phraseId: string }) => phraseId,
} as const;
const link = {
  kind: 'link',
  type: 'link',
  id: ({ linkId }: { readonly linkId: string }) => linkId,
} as const;
const draft = {
  view: 'draft',
  name: { en: 'Message being written', fr: "Message en cours d'écriture" },
} as const;

const answered = {
  verb: 'drafted',
  tier: 2,
  object: message,
  extensions: { composeMode: ({ type }: { readonly type: string }) => type },
} as const;

export const mail: AppStatements<MailAction> = {
  name: { en: 'Mail', fr: 'Courriel' },
  actions: {
    folder: {
      verb: 'accessed',
      tier: 2,
      object: { kind: 'folder', type: 'folder', id: ({ folder }) => folder },
    },
    open: { verb: 'opened', tier: 2, object: message },
    close: {
      verb: 'closed',
      tier: 3,
      object: { view: 'message', name: { en: 'Open message', fr: 'Message ouvert' } },
    },
    compose: { verb: 'drafted', tier: 2, object: draft, extensions: { composeMode: () => 'new' } },
    reply: answered,
    'reply-all': answered,
    forward: answered,
    report: { verb: 'reported', tier: 2, object: message },
    keep: { verb: 'kept', tier: 2, object: message },
    delete: { verb: 'deleted', tier: 2, object: message },
    'preview-link': { verb: 'previewed', tier: 2, object: link },
    'open-link': { verb: 'opened', tier: 2, object: link },
    'open-draft': {
      verb: 'opened',
      tier: 2,
      object: { kind: 'draft', type: 'email', id: ({ draftId }) => draftId },
    },
    'leave-draft': { verb: 'left', tier: 3, object: draft },
    'delete-draft': { verb: 'deleted', tier: 2, object: draft },
    'add-recipient': { verb: 'selected', tier: 3, object: contact },
    'remove-recipient': { verb: 'deselected', tier: 3, object: contact },
    'add-phrase': { verb: 'selected', tier: 3, object: phrase },
    'remove-phrase': { verb: 'deselected', tier: 3, object: phrase },
    write: { verb: 'edited', tier: 3, object: draft, extensions: { lengthClass: lengthClassOf } },
    preview: {
      verb: 'previewed',
      tier: 2,
      object: { kind: 'attachment', type: 'file', id: ({ attachmentId }) => attachmentId },
    },
    send: {
      verb: 'sent',
      tier: 2,
      object: draft,
      extensions: { textFeatures: textFeaturesOf },
      sometimes: ['textFeatures'],
    },
  },
};
