import type { SceneContext } from '../app.ts';
import { sampleTexts } from '../samples.ts';
import { canSaveIn } from './files.ts';
import { filesView, shownEntries } from './shown.ts';
import { type AnyEntry, type Explored, findUsableFolder, isWithin, TRASH } from './tree.ts';
import type { FilesAction, FilesState, FilesWorld } from './types.ts';

const names = sampleTexts.filter((text) => text !== '');

export function filesActs(
  world: FilesWorld,
  state: FilesState,
  context: SceneContext,
): readonly FilesAction[] {
  const { explorer } = state;
  const { attachments } = context.offers();
  const folders = world.folders.filter(({ id }) => canSaveIn(world, state, id));
  return [
    ...attachments.flatMap((attachmentId) =>
      folders.map(({ id: folderId }): FilesAction => ({
        app: 'files',
        type: 'save-attachment',
        attachmentId,
        folderId,
      })),
    ),
    ...(explorer === undefined ? [] : windowActs({ ...state, explorer })),
  ];
}

function windowActs(state: Explored): readonly FilesAction[] {
  const view = filesView(state);
  return [
    ...[...usableFolders(state), TRASH].map((folderId): FilesAction => ({
      app: 'files',
      type: 'open-folder',
      folderId,
    })),
    ...names.map((typed): FilesAction => ({ app: 'files', type: 'search', typed })),
    ...(view === 'file' ? ([{ app: 'files', type: 'close-file' }] as const) : listActs(state)),
    ...shownEntries(state).flatMap((entry) =>
      view === 'trash' ? trashedActs(entry) : entryActs(state, entry),
    ),
  ];
}

function listActs(state: Explored): readonly FilesAction[] {
  const { open, cut } = state.explorer;
  const view = filesView(state);
  const orders: FilesAction[] = (['name', 'changed'] as const).flatMap((by) =>
    [false, true].map((descending): FilesAction => ({ app: 'files', type: 'sort', by, descending })),
  );
  return [
    ...orders,
    { app: 'files', type: 'sort', by: 'kind', descending: false },
    ...(view === 'results' ? ([{ app: 'files', type: 'leave-search' }] as const) : []),
    ...(view === 'trash' && shownEntries(state).length > 0
      ? ([{ app: 'files', type: 'empty-trash' }] as const)
      : []),
    ...(view === 'folder' ? folderActs(state, open, cut) : []),
  ];
}

function folderActs(state: Explored, folderId: string, cut: string | null): readonly FilesAction[] {
  const canPaste = cut !== null && !isWithin(state, folderId, cut);
  return [
    ...(['folder', 'document'] as const).flatMap((what) =>
      names.map((typed): FilesAction => ({ app: 'files', type: 'create', what, folderId, typed })),
    ),
    ...(canPaste ? ([{ app: 'files', type: 'paste', folderId }] as const) : []),
  ];
}

function trashedActs({ id: itemId }: AnyEntry): readonly FilesAction[] {
  return [
    { app: 'files', type: 'restore', itemId },
    { app: 'files', type: 'delete-for-good', itemId },
  ];
}

function entryActs(state: Explored, { id: itemId }: AnyEntry): readonly FilesAction[] {
  const isFile = state.files.some(({ id }) => id === itemId);
  return [
    ...(isFile ? ([{ app: 'files', type: 'open-file', fileId: itemId }] as const) : []),
    ...names.map((typed): FilesAction => ({ app: 'files', type: 'rename', itemId, typed })),
    ...usableFolders(state)
      .filter((id) => !isWithin(state, id, itemId))
      .map((folderId): FilesAction => ({ app: 'files', type: 'move', itemId, folderId })),
    { app: 'files', type: 'cut', itemId },
    { app: 'files', type: 'delete', itemId },
  ];
}

function usableFolders(state: Explored): readonly string[] {
  const ids = state.explorer.folders.map(({ id }) => id);
  return ids.filter((id) => findUsableFolder(state, id) !== undefined);
}
