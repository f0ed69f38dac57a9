import { findById, phraseNaming, type SimulatedApp } from '../../kit/app.ts';
import { draftIn } from '../../world/phone/phone.ts';
import { phoneChecks } from './check.ts';
import { phoneFacts } from './facts.ts';
import { phoneAction, phoneWorld } from './schema.ts';
import { phoneStarter } from './starter.ts';

export const phone = {
  schema: { world: phoneWorld, action: phoneAction },
  checks: phoneChecks,
  facts: phoneFacts,
  looks: ['open', 'close', 'preview-link', 'open-link'],
  names: {
    // Named after its conversation: a text message has no subject.
    messageId: {
      as: 'message',
      of: ({ phone }, id) =>
        phone?.conversations.find(({ messages }) => messages.some((message) => message.id === id))?.name,
    },
    phraseId: phraseNaming(({ phone }) => phone?.phraseGroups),
    conversationId: { as: 'conversation', of: ({ phone }, id) => findById(phone?.conversations, id)?.name },
  },
  finalTextOf({ apps: { phone } }, { type }) {
    if (type !== 'send' || !phone) return undefined;
    const { typed, phrases } = draftIn(phone, phone.open);
    return { as: 'message', typed, phrases };
  },
  starter: phoneStarter,
} as const satisfies SimulatedApp<'phone'>;
