import type { ActionRef, Step } from '../base.ts';
import { filesView, isShown } from './shown.ts';
import {
  type AnyEntry,
  type Explored,
  findEntry,
  findUsableFolder,
  isInTrash,
  isWithin,
  listEntries,
  restoredTo,
  TRASH,
} from './tree.ts';
import type { ExplorerAction, FilesRefusal, GivenName } from './types.ts';
import type { WindowAction } from './window.ts';

export type ArrangeAction = Exclude<ExplorerAction, WindowAction>;

type Arranged = Step<Explored, FilesRefusal>;

export function arrange(state: Explored, action: ArrangeAction, ref: ActionRef): Arranged {
  const next = change(state, action, ref);
  return next.ok && !isOffered(state, action) ? { ok: false, code: 'world.not-on-screen' } : next;
}

function isOffered(state: Explored, action: ArrangeAction): boolean {
  const view = filesView(state);
  switch (action.type) {
    case 'rename':
    case 'move':
    case 'cut':
    case 'delete':
      return view !== 'trash' && isShown(state, action.itemId);
    case 'restore':
    case 'delete-for-good':
      return view === 'trash' && isShown(state, action.itemId);
    case 'empty-trash':
      return view === 'trash';
    case 'create':
    case 'paste':
      return view === 'folder' && state.explorer.open === action.folderId;
  }
}

function change(state: Explored, action: ArrangeAction, ref: ActionRef): Arranged {
  switch (action.type) {
    case 'rename':
      return rename(state, action.itemId, action.typed, ref);
    case 'move':
      return move(state, action.itemId, action.folderId);
    case 'cut':
      return cut(state, action.itemId);
    case 'paste':
      return paste(state, action.folderId);
    case 'delete':
      return moveToTrash(state, action.itemId);
    case 'restore':
      return restore(state, action.itemId);
    case 'delete-for-good':
      return deleteForGood(state, action.itemId);
    case 'empty-trash':
      return emptyTrash(state);
    case 'create':
      return create(state, action, ref);
  }
}

function rename(state: Explored, itemId: string, typed: string, ref: ActionRef): Arranged {
  const entry = usableEntry(state, itemId);
  if (!entry.ok) return entry;
  if (typed.trim() === '') return { ok: false, code: 'files.empty' };
  // Always a new state: undo must work the same after the text is erased.
  const by = { epoch: ref.epoch, actionSeq: ref.actionSeq };
  return accept(changeEntry(state, itemId, { name: { typed, by } }));
}

function move(state: Explored, itemId: string, folderId: string): Arranged {
  const entry = usableEntry(state, itemId);
  if (!entry.ok) return entry;
  if (findUsableFolder(state, folderId) === undefined) return { ok: false, code: 'world.unknown-target' };
  if (isWithin(state, folderId, itemId)) return { ok: false, code: 'files.into-itself' };
  if (entry.state.folder === folderId) return accept(state);
  return accept(changeEntry(state, itemId, { folder: folderId }));
}

function cut(state: Explored, itemId: string): Arranged {
  const entry = usableEntry(state, itemId);
  if (!entry.ok) return entry;
  return accept(
    state.explorer.cut === itemId ? state : { ...state, explorer: { ...state.explorer, cut: itemId } },
  );
}

/** A cut item can be pasted once; in its own folder it stays. */
function paste(state: Explored, folderId: string): Arranged {
  const itemId = state.explorer.cut;
  if (itemId === null) return { ok: false, code: 'files.nothing-cut' };
  const moved = move(state, itemId, folderId);
  if (!moved.ok) return moved;
  return accept({ ...moved.state, explorer: { ...moved.state.explorer, cut: null } });
}

function moveToTrash(state: Explored, itemId: string): Arranged {
  const entry = usableEntry(state, itemId);
  if (!entry.ok) return entry;
  const from = entry.state.folder ?? '';
  return accept(changeEntry(state, itemId, { folder: TRASH, from }));
}

function restore(state: Explored, itemId: string): Arranged {
  const entry = findEntry(state, itemId);
  if (entry === undefined) return unknownTarget;
  if (entry.folder !== TRASH) return { ok: false, code: 'files.not-here' };
  return accept(changeEntry(state, itemId, { folder: restoredTo(state, itemId) }));
}

function deleteForGood(state: Explored, itemId: string): Arranged {
  const entry = findEntry(state, itemId);
  if (entry === undefined) return unknownTarget;
  if (entry.folder !== TRASH) return { ok: false, code: 'files.not-here' };
  return accept(keep(state, ({ id }) => !isWithin(state, id, itemId)));
}

function emptyTrash(state: Explored): Arranged {
  const isEmpty = listEntries(state).every(({ folder }) => folder !== TRASH);
  return accept(isEmpty ? state : keep(state, (entry) => !isInTrash(state, entry)));
}

function create(
  state: Explored,
  { what, folderId, typed }: Extract<ArrangeAction, { type: 'create' }>,
  ref: ActionRef,
): Arranged {
  if (findUsableFolder(state, folderId) === undefined) return unknownTarget;
  if (typed.trim() === '') return { ok: false, code: 'files.empty' };
  const by = { epoch: ref.epoch, actionSeq: ref.actionSeq };
  const entry = { id: `f${ref.epoch}-${ref.actionSeq}`, folder: folderId, name: { typed, by } };
  if (what === 'document') {
    return accept({ ...state, files: [...state.files, { ...entry, attachment: null }] });
  }
  const folders = [...state.explorer.folders, entry];
  return accept({ ...state, explorer: { ...state.explorer, folders } });
}

const unknownTarget = { ok: false, code: 'world.unknown-target' } as const;

function usableEntry(state: Explored, id: string): Step<AnyEntry, FilesRefusal> {
  const entry = findEntry(state, id);
  if (entry === undefined) return unknownTarget;
  if (entry.folder === null || isInTrash(state, entry)) return { ok: false, code: 'files.not-here' };
  return { ok: true, state: entry };
}

function changeEntry(
  state: Explored,
  itemId: string,
  to: { readonly folder?: string; readonly from?: string; readonly name?: GivenName },
): Explored {
  const { explorer, files } = state;
  const changed = <One extends AnyEntry>(each: One): One => (each.id === itemId ? { ...each, ...to } : each);
  return {
    ...state,
    files: files.map(changed),
    explorer: { ...explorer, folders: explorer.folders.map(changed) },
  };
}

function keep(state: Explored, isKept: (entry: AnyEntry) => boolean): Explored {
  const folders = state.explorer.folders.filter(isKept);
  return { ...state, files: state.files.filter(isKept), explorer: { ...state.explorer, folders } };
}

function accept(state: Explored): Arranged {
  return { ok: true, state };
}
