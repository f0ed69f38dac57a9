/**
 * The shared folders of the simulated workplace. Every scene that has them can save copies of attachments; where the
 * files app is on the desk, its window arranges them: the tree in tree.ts, changes in arrange.ts, the view in window.ts.
 */
import type { ActionRef, Step } from '../base.ts';
import type { World } from '../types.ts';
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

/** The folders as the scene shows them first; `explored` where the files app is on the desk. */
export function startFiles(world: FilesWorld, explored: boolean): FilesState {
  const files = world.files.map(({ id, folder, trashed }) => ({
    ...(trashed === true ? { id, folder: TRASH, from: folder } : { id, folder }),
    attachment: null,
  }));
  return explored ? { files, explorer: startExplorer(world) } : { files };
}

/** The folders after `action`; the very same object where nothing changed. */
export function reduceFiles(
  world: World,
  state: FilesState,
  action: FilesAction,
  ref: ActionRef,
): Step<FilesState, FilesRefusal> {
  if (action.type === 'save-attachment') return saveAttachment(world, state, action, ref);
  const { explorer } = state;
  if (explorer === undefined) return { ok: false, code: 'world.unknown-app' };
  return explore({ ...state, explorer }, state, action, ref);
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
 * Keeps a copy of an attachment in a folder. The same attachment in the same folder once more replaces the copy,
 * as real apps do; in another folder it is a second file.
 */
function saveAttachment(
  world: World,
  state: FilesState,
  { attachmentId, folderId }: Extract<FilesAction, { type: 'save-attachment' }>,
  ref: ActionRef,
): Step<FilesState, FilesRefusal> {
  if (world.files === undefined) return { ok: false, code: 'world.unknown-app' };
  const attachments = (world.mail?.messages ?? []).flatMap((message) => message.attachments);
  const known = attachments.some(({ id }) => id === attachmentId) && isFolder(world.files, state, folderId);
  if (!known) return { ok: false, code: 'world.unknown-target' };
  const there = state.files.some((file) => file.attachment === attachmentId && file.folder === folderId);
  if (there) return { ok: true, state };
  const file = { id: `f${ref.epoch}-${ref.actionSeq}`, folder: folderId, attachment: attachmentId };
  return { ok: true, state: { ...state, files: [...state.files, file] } };
}

function isFolder(world: FilesWorld, state: FilesState, id: string): boolean {
  const { explorer } = state;
  if (explorer === undefined) return world.folders.some((folder) => folder.id === id);
  return findUsableFolder({ ...state, explorer }, id) !== undefined;
}
