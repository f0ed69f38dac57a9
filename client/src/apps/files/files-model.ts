import {
  type AnyEntry,
  type Explored,
  findEntry,
  findFolder,
  isInTrash,
  isWithin,
  listEntries,
  restoredTo,
  TRASH,
} from '../../../../scenarios/world/files/tree.ts';
import type { FilesWorld, FilesState } from '../../../../scenarios/world/files/types.ts';
import { plainText, plainWords } from '../../../../scenarios/world/plain-text.ts';

type FileItem = FilesWorld['files'][number];
type Kind = NonNullable<FileItem['details']>['kind'] | 'folder';

export interface Row {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** Current and first name: a file renamed among the results stays listed. */
  readonly names: readonly string[];
  readonly changed: string;
  readonly order: number;
  /** Null for a fixed place. */
  readonly folder: string | null;
}

export interface Words {
  readonly text: (key: string) => string;
  readonly now: string;
  readonly compare: (left: string, right: string) => number;
}

export function getExplored(files: FilesState | undefined): Explored {
  if (files?.explorer === undefined) throw new Error('the scene has no files app');
  return { ...files, explorer: files.explorer };
}

export function rowOf(world: FilesWorld, state: Explored, entry: AnyEntry, words: Words): Row {
  const isFolder = findFolder(state, entry.id) !== undefined;
  const item: FileItem | FilesWorld['folders'][number] | undefined = isFolder
    ? world.folders.find(({ id }) => id === entry.id)
    : world.files.find(({ id }) => id === entry.id);
  const details = item !== undefined && 'details' in item ? item.details : undefined;
  const first = item === undefined ? [] : [words.text(item.name)];
  const names = entry.name === undefined ? first : [entry.name.typed, ...first];
  return {
    id: entry.id,
    kind: isFolder ? 'folder' : (details?.kind ?? 'document'),
    name: names[0] ?? '',
    names,
    changed: details === undefined ? (isFolder ? '' : words.now) : words.text(details.changed),
    // What was made in this scene is newest.
    order: details?.order ?? Number.MAX_SAFE_INTEGER,
    folder: entry.folder,
  };
}

export function listRows(world: FilesWorld, state: Explored, words: Words): readonly Row[] {
  const { open, search, sort } = state.explorer;
  const rows = listEntries(state)
    .filter((entry) => (search === null ? entry.folder === open : isSearchable(state, entry)))
    .map((entry) => rowOf(world, state, entry, words))
    .filter((row) => search === null || row.names.some((name) => matches(name, search.typed)));
  const direction = sort.descending ? -1 : 1;
  const byName = (left: Row, right: Row): number => words.compare(left.name, right.name);
  const orders = {
    name: (left: Row, right: Row) => direction * byName(left, right),
    changed: (left: Row, right: Row) => direction * (left.order - right.order) || byName(left, right),
    kind: (left: Row, right: Row) => direction * left.kind.localeCompare(right.kind) || byName(left, right),
  };
  const folderFirst = (row: Row): number => (row.kind === 'folder' ? 0 : 1);
  return [...rows].sort(
    (left, right) => folderFirst(left) - folderFirst(right) || orders[sort.by](left, right),
  );
}

/** Leaves out folders in the trash. */
export function listTree(
  world: FilesWorld,
  state: Explored,
  words: Words,
): readonly (Row & { readonly depth: number })[] {
  const below = (parent: string | null, depth: number): (Row & { depth: number })[] =>
    state.explorer.folders
      .filter(({ folder }) => folder === parent)
      .map((entry) => rowOf(world, state, entry, words))
      .sort((left, right) => words.compare(left.name, right.name))
      .flatMap((row) => [{ ...row, depth }, ...below(row.id, depth + 1)]);
  return below(null, 0);
}

export function countTrash(state: Explored): number {
  return listEntries(state).filter(({ folder }) => folder === TRASH).length;
}

/** What of its menu a thing is dropped for; from the trash it goes only where « Restaurer » puts it. */
export function findDrop(
  state: Explored,
  itemId: string,
  placeId: string,
): 'move' | 'delete' | 'restore' | null {
  const folder = findEntry(state, itemId)?.folder;
  if (folder === TRASH) return placeId === restoredTo(state, itemId) ? 'restore' : null;
  if (placeId === TRASH) return 'delete';
  return placeId === folder || isWithin(state, placeId, itemId) ? null : 'move';
}

function isSearchable(state: Explored, entry: AnyEntry): boolean {
  return entry.folder !== null && !isInTrash(state, entry);
}

/** Each searched word must be in the name, or start or end a word of it; ignores accents. */
function matches(name: string, search: string): boolean {
  const plain = plainText(name);
  const words = plainWords(plainText(search));
  return words.length > 0 && words.every((word) => plain.includes(word));
}
