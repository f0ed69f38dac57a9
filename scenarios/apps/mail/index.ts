import { findById, phraseNaming, type SimulatedApp } from '../../kit/app.ts';
import { mailChecks } from './check.ts';
import { mailFacts } from './facts.ts';
import { mailAction, mailWorld } from './schema.ts';
import { mailStarter } from './starter.ts';

export const mail = {
  schema: { world: mailWorld, action: mailAction },
  checks: mailChecks,
  facts: mailFacts,
  looks: ['folder', 'open', 'close', 'preview', 'preview-link', 'open-link', 'open-draft', 'leave-draft'],
  wording: { folder: ({ folder }) => folder },
  names: {
    messageId: { as: 'message', of: ({ mail }, id) => findById(mail?.messages, id)?.subject },
    contactId: { as: 'contact', of: ({ mail }, id) => findById(mail?.contacts, id)?.name },
    phraseId: phraseNaming(({ mail }) => mail?.phraseGroups),
    attachmentId: {
      as: 'attachment',
      of: ({ mail }, id) =>
        findById(
          mail?.messages.flatMap(({ attachments }) => attachments),
          id,
        )?.name,
    },
    linkId: {
      as: 'link',
      of: ({ mail }, id) =>
        findById(
          mail?.messages.flatMap(({ links = [] }) => links),
          id,
        )?.text,
    },
  },
  finalTextOf({ apps: { mail } }, { type }) {
    const draft = mail?.drafts.find(({ id }) => id === mail.composing);
    return type === 'send' && draft
      ? { as: 'message', typed: draft.typed, phrases: draft.phrases }
      : undefined;
  },
  starter: mailStarter,
} as const satisfies SimulatedApp<'mail'>;
