import type { ActionRef, Step } from '../base.ts';
import { isShown } from './shown.ts';
import { type Explored, findEntry, findFolder, findUsableFolder, isInTrash, TRASH } from './tree.ts';
import type { ExplorerAction, ExplorerState, FilesRefusal } from './types.ts';

const windowActions = ['open-folder', 'open-file', 'close-file', 'search', 'leave-search', 'sort'] as const;

export type WindowAction = Extract<ExplorerAction, { type: (typeof windowActions)[number] }>;

export function isWindowAction(action: ExplorerAction): action is WindowAction {
  return windowActions.some((type) => type === action.type);
}

export function reduceWindow(
  state: Explored,
  action: WindowAction,
  ref: ActionRef,
): Step<ExplorerState, FilesRefusal> {
  const { explorer } = state;
  switch (action.type) {
    case 'open-folder':
      return openFolder(state, action.folderId);
    case 'open-file':
      return openFile(state, action.fileId);
    case 'close-file':
      return accept(explorer.preview === null ? explorer : { ...explorer, preview: null });
    case 'search': {
      if (action.typed.trim() === '') return { ok: false, code: 'files.empty' };
      // Always a new state: undo must work the same after the text is erased.
      const by = { epoch: ref.epoch, actionSeq: ref.actionSeq };
      return accept({ ...explorer, preview: null, search: { typed: action.typed, by } });
    }
    case 'leave-search':
      if (explorer.search !== null && explorer.preview !== null) return notOnScreen;
      return accept(explorer.search === null ? explorer : { ...explorer, search: null, preview: null });
    case 'sort': {
      const { by, descending } = action;
      if (explorer.preview !== null || (by === 'kind' && descending)) return notOnScreen;
      const same = explorer.sort.by === by && explorer.sort.descending === descending;
      return accept(same ? explorer : { ...explorer, sort: { by, descending } });
    }
  }
}

/** Makes sure that no folder or file is shown that is gone. */
export function settle(state: Explored): Explored {
  const open = nearestFolder(state, state.explorer.open);
  const preview = stillThere(state, state.explorer.preview);
  const cut = stillThere(state, state.explorer.cut);
  return { ...state, explorer: { ...state.explorer, open, preview, cut } };
}

function openFolder(state: Explored, folderId: string): Step<ExplorerState, FilesRefusal> {
  if (folderId !== TRASH && findUsableFolder(state, folderId) === undefined) {
    return { ok: false, code: 'world.unknown-target' };
  }
  const { explorer } = state;
  const same = explorer.open === folderId && explorer.preview === null && explorer.search === null;
  return accept(same ? explorer : { ...explorer, open: folderId, preview: null, search: null });
}

/** A file in the trash must be restored first, as in real apps. */
function openFile(state: Explored, fileId: string): Step<ExplorerState, FilesRefusal> {
  const file = state.files.find(({ id }) => id === fileId);
  if (file === undefined) return { ok: false, code: 'world.unknown-target' };
  if (isInTrash(state, file)) return { ok: false, code: 'files.not-here' };
  if (!isShown(state, fileId)) return { ok: false, code: 'world.not-on-screen' };
  const { explorer } = state;
  return accept(explorer.preview === fileId ? explorer : { ...explorer, preview: fileId });
}

function nearestFolder(state: Explored, id: string): string {
  if (id === TRASH || findUsableFolder(state, id) !== undefined) return id;
  const folder = findFolder(state, id);
  const above = folder?.folder === TRASH ? folder.from : folder?.folder;
  const first = state.explorer.folders.find(({ folder: parent }) => parent === null)?.id ?? TRASH;
  return above === undefined || above === null ? first : nearestFolder(state, above);
}

function stillThere(state: Explored, id: string | null): string | null {
  const entry = id === null ? undefined : findEntry(state, id);
  return entry === undefined || isInTrash(state, entry) ? null : id;
}

const notOnScreen = { ok: false, code: 'world.not-on-screen' } as const;

function accept(state: ExplorerState): Step<ExplorerState, FilesRefusal> {
  return { ok: true, state };
}
