import type { PhoneAction } from '../../scenarios/world/phone/types.ts';
import { type AppStatements, lengthClassOf, textFeaturesOf } from './declare.ts';

const message = {
  kind: 'text-message',
  type: 'textMessage',
  id: ({ messageId }: { readonly messageId: string }) => messageId,
} as const;
/** A text message has at most one link, so the message's id names it. */
const link = { ...message, kind: 'link', type: 'link' } as const;
const phrase = {
  kind: 'phrase',
  type: 'phrase',
  id: ({ phraseId }: { readonly phraseId: string }) => phraseId,
} as const;
const draft = {
  view: 'draft',
  name: { en: 'Message being written', fr: "Message en cours d'écriture" },
} as const;

export const phone: AppStatements<PhoneAction> = {
  name: { en: 'Text messages', fr: 'Textos' },
  actions: {
    open: {
      verb: 'opened',
      tier: 2,
      object: { kind: 'conversation', type: 'conversation', id: ({ conversationId }) => conversationId },
    },
    close: {
      verb: 'closed',
      tier: 3,
      object: { view: 'conversation', name: { en: 'Open conversation', fr: 'Conversation ouverte' } },
    },
    'add-phrase': { verb: 'selected', tier: 3, object: phrase },
    'remove-phrase': { verb: 'deselected', tier: 3, object: phrase },
    write: { verb: 'edited', tier: 3, object: draft, extensions: { lengthClass: lengthClassOf } },
    send: {
      verb: 'sent',
      tier: 2,
      object: draft,
      extensions: { textFeatures: textFeaturesOf },
      sometimes: ['textFeatures'],
    },
    'copy-code': { verb: 'copied', tier: 2, object: message },
    report: { verb: 'reported', tier: 2, object: message },
    keep: { verb: 'kept', tier: 2, object: message },
    delete: { verb: 'deleted', tier: 2, object: message },
    'preview-link': { verb: 'previewed', tier: 2, object: link },
    'open-link': { verb: 'opened', tier: 2, object: link },
  },
};
