import { type AnyEntry, type Explored, isInTrash, listEntries, TRASH } from './tree.ts';

export type FilesView = 'file' | 'results' | 'trash' | 'folder';

export function filesView({ explorer: { preview, search, open } }: Explored): FilesView {
  if (preview !== null) return 'file';
  if (search !== null) return 'results';
  return open === TRASH ? 'trash' : 'folder';
}

/** What a search finds depends on names in the person's language, so every findable entry counts as shown. */
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
