/** Files, folders and the trash have different ids. */
import type { ExplorerState, FileEntry, FilesState, FolderEntry, TrashId } from './types.ts';

export const TRASH: TrashId = 'trash';

export interface Explored extends FilesState {
  readonly explorer: ExplorerState;
}

export type AnyEntry = FileEntry | FolderEntry;

export function listEntries(state: Explored): readonly AnyEntry[] {
  return [...state.explorer.folders, ...state.files];
}

export function findEntry(state: Explored, id: string): AnyEntry | undefined {
  return listEntries(state).find((entry) => entry.id === id);
}

export function findFolder(state: Explored, id: string | null): FolderEntry | undefined {
  return state.explorer.folders.find((folder) => folder.id === id);
}

/**
 * The fixed place or trash that holds an entry, however deep; null if its folder is gone. The tree has no
 * cycles.
 */
function placeOf(state: Explored, entry: AnyEntry): string | null {
  if (entry.folder === TRASH) return TRASH;
  if (entry.folder === null) return entry.id;
  const parent = findFolder(state, entry.folder);
  return parent === undefined ? null : placeOf(state, parent);
}

export function isInTrash(state: Explored, entry: AnyEntry): boolean {
  return placeOf(state, entry) === TRASH;
}

export function isWithin(state: Explored, id: string, folderId: string): boolean {
  if (id === folderId) return true;
  const entry = findEntry(state, id);
  if (entry === undefined || entry.folder === null || entry.folder === TRASH) return false;
  return isWithin(state, entry.folder, folderId);
}

/** Undefined if the folder is in the trash. */
export function findUsableFolder(state: Explored, id: string): FolderEntry | undefined {
  const folder = findFolder(state, id);
  return folder === undefined || isInTrash(state, folder) ? undefined : folder;
}

/** Returns the former folder, or the first fixed place if that one is gone. */
export function restoredTo(state: Explored, id: string): string {
  const from = findUsableFolder(state, findEntry(state, id)?.from ?? '');
  return from?.id ?? state.explorer.folders.find(({ folder }) => folder === null)?.id ?? '';
}
