import { findById, type SimulatedApp } from '../../kit/app.ts';
import { TRASH } from '../../world/files/tree.ts';
import { filesChecks } from './check.ts';
import { filesFacts } from './facts.ts';
import { filesAction, filesWorld } from './schema.ts';
import { filesStarter } from './starter.ts';

export const files = {
  schema: { world: filesWorld, action: filesAction },
  checks: filesChecks,
  facts: filesFacts,
  looks: ['open-folder', 'open-file', 'close-file', 'leave-search'],
  wording: {
    'open-folder': ({ folderId }) => (folderId === TRASH ? TRASH : undefined),
    sort: ({ by }) => by,
    create: ({ what }) => what,
  },
  names: {
    attachmentId: {
      as: 'attachment',
      of: ({ mail }, id) =>
        findById(
          mail?.messages.flatMap(({ attachments }) => attachments),
          id,
        )?.name,
    },
    folderId: { as: 'folder', of: ({ files }, id) => findById(files?.folders, id)?.name },
    fileId: { as: 'item', of: ({ files }, id) => findById(files?.files, id)?.name },
    itemId: {
      as: 'item',
      of: ({ files }, id) => (findById(files?.files, id) ?? findById(files?.folders, id))?.name,
    },
  },
  finalTextOf: (before, action) =>
    action.type === 'rename' || action.type === 'create'
      ? { as: 'name', typed: action.typed, phrases: [] }
      : undefined,
  starter: filesStarter,
} as const satisfies SimulatedApp<'files'>;
