import { z } from 'zod';
import { actionId, cast, id, phraseGroups, textKey, typedText } from '../../kit/format.ts';

const attachment = z.strictObject({
  id,
  name: textKey,
  kind: z.enum(['pdf', 'image', 'document']),
  preview: z.array(textKey).min(1),
});

const link = z.strictObject({ id, after: textKey, text: textKey, address: textKey, page: id });

export const mailWorld = z.strictObject({
  me: id,
  contacts: z
    .array(z.strictObject({ id, name: textKey, address: z.email(), cast: cast.exactOptional() }))
    .min(2),
  messages: z.array(
    z.strictObject({
      id,
      from: id,
      to: z.array(id).min(1),
      date: textKey,
      subject: textKey,
      body: z.array(textKey).min(1),
      attachments: z.array(attachment),
      links: z.array(link).exactOptional(),
      read: z.boolean(),
    }),
  ),
  drafts: z.array(
    z.strictObject({
      id,
      mode: z.enum(['new', 'reply', 'reply-all', 'forward']),
      about: id.nullable(),
      to: z.array(id),
      phrases: z.array(id),
      typed: z.string(),
    }),
  ),
  sorting: z.literal(true).exactOptional(),
  phraseGroups,
});

const app = z.literal('mail');

export const mailAction = z.discriminatedUnion('type', [
  z.strictObject({
    app,
    type: z.literal('folder'),
    folder: z.enum(['inbox', 'sent', 'drafts', 'reported', 'trash']),
  }),
  z.strictObject({
    app,
    type: z.enum(['open', 'reply', 'reply-all', 'forward', 'report', 'keep', 'delete']),
    messageId: actionId,
  }),
  z.strictObject({ app, type: z.enum(['close', 'compose', 'leave-draft', 'delete-draft', 'send']) }),
  z.strictObject({ app, type: z.enum(['preview-link', 'open-link']), linkId: actionId }),
  z.strictObject({ app, type: z.literal('open-draft'), draftId: actionId }),
  z.strictObject({ app, type: z.enum(['add-recipient', 'remove-recipient']), contactId: actionId }),
  z.strictObject({ app, type: z.enum(['add-phrase', 'remove-phrase']), phraseId: actionId }),
  z.strictObject({ app, type: z.literal('write'), typed: typedText }),
  z.strictObject({ app, type: z.literal('preview'), attachmentId: actionId }),
]);
