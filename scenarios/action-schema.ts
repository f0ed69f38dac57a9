/** Zod of the actions a person can take in the world, for plays written in YAML. Server side only. */
import { z } from 'zod';
import type { WorldAction } from './world/types.ts';

const id = z.string().min(1).max(64);

const deskAction = z.discriminatedUnion('type', [
  z.strictObject({ app: z.literal('desk'), type: z.literal('open-app'), target: z.enum(['mail', 'files']) }),
  z.strictObject({
    app: z.literal('desk'),
    type: z.literal('help'),
    topic: id,
    step: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  }),
  z.strictObject({ app: z.literal('desk'), type: z.literal('listen'), target: id }),
  z.strictObject({ app: z.literal('desk'), type: z.enum(['undo', 'done', 'skip']) }),
]);

const mailAction = z.discriminatedUnion('type', [
  z.strictObject({
    app: z.literal('mail'),
    type: z.literal('folder'),
    folder: z.enum(['inbox', 'sent', 'drafts']),
  }),
  z.strictObject({
    app: z.literal('mail'),
    type: z.enum(['open', 'reply', 'reply-all', 'forward']),
    messageId: id,
  }),
  z.strictObject({
    app: z.literal('mail'),
    type: z.enum(['close', 'compose', 'leave-draft', 'delete-draft', 'send']),
  }),
  z.strictObject({ app: z.literal('mail'), type: z.literal('open-draft'), draftId: id }),
  z.strictObject({
    app: z.literal('mail'),
    type: z.enum(['add-recipient', 'remove-recipient']),
    contactId: id,
  }),
  z.strictObject({ app: z.literal('mail'), type: z.enum(['add-phrase', 'remove-phrase']), phraseId: id }),
  z.strictObject({ app: z.literal('mail'), type: z.literal('write'), typed: z.string().max(2000) }),
  z.strictObject({ app: z.literal('mail'), type: z.literal('preview'), attachmentId: id }),
]);

const filesAction = z.strictObject({
  app: z.literal('files'),
  type: z.literal('save-attachment'),
  attachmentId: id,
  folderId: id,
});

/** One action, as in the log. */
export const ActionSchema: z.ZodType<WorldAction> = z.union([deskAction, mailAction, filesAction]);
