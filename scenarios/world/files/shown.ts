/** What the window of the files app has on its screen: an opened file, or a list of things that can be acted on. */
import { type AnyEntry, type Explored, isInTrash, listEntries, TRASH } from './tree.ts';

/** What the window shows: a file, the results of a search, the trash, or a folder. */
export type FilesView = 'file' | 'results' | 'trash' | 'folder';

export function filesView({ explorer: { preview, search, open } }: Explored): FilesView {
  if (preview !== null) return 'file';
  if (search !== null) return 'results';
  return open === TRASH ? 'trash' : 'folder';
}

/**
 * Files and folders on show. Which of them a search finds depends on their names in the person's language, so every
 * one that can be found counts as shown.
 */
export function shownEntries(state: Explored): readonly AnyEntry[] {
  const { preview, open } = state.explorer;
  const entries = listEntries(state);
  switch (filesView(state)) {
    case 'file':
      return entries.filter(({ id }) => id === preview);
    case 'results':
      return entries.filter((entry) => entry.folder !== null && !isInTrash(state, entry));
    case 'trash':
    case 'folder':
      return entries.filter(({ folder }) => folder === open);
  }
}

export function isShown(state: Explored, itemId: string): boolean {
  return shownEntries(state).some(({ id }) => id === itemId);
}
