import { z } from 'zod';
import { actionId, id, textKey } from '../../kit/format.ts';

const details = z.strictObject({
  kind: z.enum(['document', 'sheet', 'image', 'pdf']),
  changed: textKey,
  order: z.number().int(),
  preview: z.array(textKey).min(1),
});

export const filesWorld = z.strictObject({
  folders: z.array(z.strictObject({ id, name: textKey, parent: id.exactOptional() })).min(1),
  defaultFolder: id,
  files: z.array(
    z.strictObject({
      id,
      name: textKey,
      folder: id,
      trashed: z.boolean().exactOptional(),
      details: details.exactOptional(),
    }),
  ),
});

const app = z.literal('files');
/** May be empty: the reducer decides. */
const typed = z.string().max(200);

export const filesAction = z.discriminatedUnion('type', [
  z.strictObject({ app, type: z.literal('save-attachment'), attachmentId: actionId, folderId: actionId }),
  z.strictObject({ app, type: z.enum(['open-folder', 'paste']), folderId: actionId }),
  z.strictObject({ app, type: z.literal('open-file'), fileId: actionId }),
  z.strictObject({ app, type: z.enum(['close-file', 'leave-search', 'empty-trash']) }),
  z.strictObject({ app, type: z.literal('search'), typed }),
  z.strictObject({
    app,
    type: z.literal('sort'),
    by: z.enum(['name', 'changed', 'kind']),
    descending: z.boolean(),
  }),
  z.strictObject({ app, type: z.literal('rename'), itemId: actionId, typed }),
  z.strictObject({ app, type: z.literal('move'), itemId: actionId, folderId: actionId }),
  z.strictObject({
    app,
    type: z.enum(['cut', 'delete', 'restore', 'delete-for-good']),
    itemId: actionId,
  }),
  z.strictObject({
    app,
    type: z.literal('create'),
    what: z.enum(['folder', 'document']),
    folderId: actionId,
    typed,
  }),
]);
