/** Zod of the shared folders: their part of world.yaml, and what a person can do in them. */
import { z } from 'zod';
import { actionId, id, textKey } from '../../format.ts';

export const filesWorld = z.strictObject({
  folders: z.array(z.strictObject({ id, name: textKey })).min(1),
  defaultFolder: id,
  files: z.array(z.strictObject({ id, name: textKey, folder: id })),
});

export const filesAction = z.strictObject({
  app: z.literal('files'),
  type: z.literal('save-attachment'),
  attachmentId: actionId,
  folderId: actionId,
});
