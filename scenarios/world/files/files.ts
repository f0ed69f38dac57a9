/** Any scene with folders can save attachments; the window exists only if the files app is on the desk. */
import type { ActionRef, Step } from '../base.ts';
import type { ActionContext } from '../app.ts';
import { arrange } from './arrange.ts';
import { type Explored, findUsableFolder, TRASH } from './tree.ts';
import type {
  ExplorerAction,
  ExplorerState,
  FilesAction,
  FilesRefusal,
  FilesState,
  FilesWorld,
} from './types.ts';
import { isWindowAction, reduceWindow, settle } from './window.ts';

/** Has a window only if the files app is on the desk. */
export function startFiles(world: FilesWorld, desk: readonly string[]): FilesState {
  const files = world.files.map(({ id, folder, trashed }) => ({
    ...(trashed === true ? { id, folder: TRASH, from: folder } : { id, folder }),
    attachment: null,
  }));
  return desk.includes('files') ? { files, explorer: startExplorer(world) } : { files };
}

export function reduceFiles(
  world: FilesWorld,
  state: FilesState,
  action: FilesAction,
  context: ActionContext,
): Step<FilesState, FilesRefusal> {
  if (action.type === 'save-attachment') return saveAttachment(world, state, action, context);
  const { explorer } = state;
  if (explorer === undefined) return { ok: false, code: 'world.unknown-app' };
  return explore({ ...state, explorer }, state, action, context);
}

function startExplorer(world: FilesWorld): ExplorerState {
  return {
    folders: world.folders.map(({ id, parent }) => ({ id, folder: parent ?? null })),
    open: world.folders.find(({ parent }) => parent === undefined)?.id ?? TRASH,
    preview: null,
    search: null,
    sort: { by: 'name', descending: false },
    cut: null,
  };
}

function explore(
  explored: Explored,
  state: FilesState,
  action: ExplorerAction,
  ref: ActionRef,
): Step<FilesState, FilesRefusal> {
  if (isWindowAction(action)) {
    const next = reduceWindow(explored, action, ref);
    if (!next.ok) return next;
    return { ok: true, state: next.state === state.explorer ? state : { ...state, explorer: next.state } };
  }
  const next = arrange(explored, action, ref);
  if (!next.ok) return next;
  return { ok: true, state: next.state === explored ? state : settle(next.state) };
}

/**
 * Saving the same attachment in the same folder replaces the copy, as real apps do; in another folder it is a
 * second file.
 */
function saveAttachment(
  world: FilesWorld,
  state: FilesState,
  { attachmentId, folderId }: Extract<FilesAction, { type: 'save-attachment' }>,
  context: ActionContext,
): Step<FilesState, FilesRefusal> {
  if (!canSaveIn(world, state, folderId)) return { ok: false, code: 'world.unknown-target' };
  if (!context.offers().attachments.includes(attachmentId)) return { ok: false, code: 'world.not-on-screen' };
  const there = state.files.some((file) => file.attachment === attachmentId && file.folder === folderId);
  if (there) return { ok: true, state };
  const file = { id: `f${context.epoch}-${context.actionSeq}`, folder: folderId, attachment: attachmentId };
  return { ok: true, state: { ...state, files: [...state.files, file] } };
}

export function canSaveIn(world: FilesWorld, state: FilesState, id: string): boolean {
  if (!world.folders.some((folder) => folder.id === id)) return false;
  const { explorer } = state;
  return explorer === undefined || findUsableFolder({ ...state, explorer }, id) !== undefined;
}
