import type { PhoneAction } from '../../scenarios/world/phone/types.ts';
import { type AppStatements, lengthClassOf, thing, view, withTextFeatures } from './declare.ts';

const message = thing('text-message', 'textMessage', 'messageId');
/** A text message has at most one link, so the message's id names it. */
const link = thing('link', 'link', 'messageId');
const phrase = thing('phrase', 'phrase', 'phraseId');
const draft = view('draft', 'Message being written', "Message en cours d'écriture");

export const phone: AppStatements<PhoneAction> = {
  name: { en: 'Text messages', fr: 'Textos' },
  actions: {
    open: { verb: 'opened', tier: 2, object: thing('conversation', 'conversation', 'conversationId') },
    close: {
      verb: 'closed',
      tier: 3,
      object: view('conversation', 'Open conversation', 'Conversation ouverte'),
    },
    'add-phrase': { verb: 'selected', tier: 3, object: phrase },
    'remove-phrase': { verb: 'deselected', tier: 3, object: phrase },
    write: { verb: 'edited', tier: 3, object: draft, extensions: { lengthClass: lengthClassOf } },
    send: { verb: 'sent', tier: 2, object: draft, ...withTextFeatures },
    'copy-code': { verb: 'copied', tier: 2, object: message },
    report: { verb: 'reported', tier: 2, object: message },
    keep: { verb: 'kept', tier: 2, object: message },
    delete: { verb: 'deleted', tier: 2, object: message },
    'preview-link': { verb: 'previewed', tier: 2, object: link },
    'open-link': { verb: 'opened', tier: 2, object: link },
  },
};
