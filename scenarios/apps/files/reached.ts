/** How a person got to a file or folder. */
import { factType, type ObservedScene, partOf } from '../../kit/observed.ts';
import { filesView } from '../../world/files/shown.ts';
import { type Explored, TRASH } from '../../world/files/tree.ts';
import type { FilesAction, FilesWorld } from '../../world/files/types.ts';
import type { SceneState } from '../../world/types.ts';

export interface ReachedFacts {
  readonly id: string;
  readonly openings: bigint;
  readonly detours: bigint;
  readonly bySearch: boolean;
  readonly bySort: boolean;
}

export const reachedType = factType<ReachedFacts>('Reached', {
  id: partOf('string', 'Identifiant.', 'Id.'),
  openings: partOf(
    'int',
    'Dossiers et autres fichiers ouverts avant d’y arriver.',
    'Folders and other files opened before getting there.',
  ),
  detours: partOf(
    'int',
    'Les mêmes, et les autres choses coupées, déplacées, renommées ou supprimées avant.',
    'The same, and other things cut, moved, renamed or deleted before.',
  ),
  bySearch: partOf('bool', 'Au moins une fois parmi des résultats.', 'At least once among search results.'),
  bySort: partOf(
    'bool',
    'Au moins une fois parmi les 3 premiers fichiers d’un dossier trié par date.',
    'At least once among the first 3 files of a folder sorted by date.',
  ),
});

const FIRST_ROWS = 3;

/**
 * Ignores fixed places and the trash. Counts stop at the first action on an item; searching and sorting never do.
 * @param states before each action
 */
export function listReached(
  world: FilesWorld,
  { actions }: ObservedScene,
  states: readonly SceneState[],
): readonly ReachedFacts[] {
  const places = [...world.folders.flatMap(({ id, parent }) => (parent === undefined ? [id] : [])), TRASH];
  const reached = new Map<string, ReachedFacts>();
  let openings = 0n;
  let detours = 0n;
  for (const [index, { action }] of actions.entries()) {
    if (action.app === 'files') {
      const id = itemIn(action);
      const files = states[index]?.apps.files;
      if (id !== undefined && files?.explorer !== undefined) {
        const way = wayTo(world, { ...files, explorer: files.explorer }, id);
        const before = reached.get(id) ?? { id, openings, detours, bySearch: false, bySort: false };
        const bySearch = before.bySearch || way.bySearch;
        reached.set(id, reachedType.make({ ...before, bySearch, bySort: before.bySort || way.bySort }));
      }
      const opened = action.type === 'open-file' ? action.fileId : openedFolder(action);
      if (opened !== undefined && !places.includes(opened)) openings += 1n;
      const touched = opened ?? (isDetour(action) ? id : undefined);
      if (touched !== undefined && !places.includes(touched)) detours += 1n;
    }
  }
  return [...reached.values()];
}

function wayTo(world: FilesWorld, state: Explored, id: string): { bySearch: boolean; bySort: boolean } {
  const { search, sort } = state.explorer;
  const isByDate = filesView(state) === 'folder' && sort.by === 'changed';
  return { bySearch: search !== null, bySort: isByDate && filesAbove(world, state, id) < FIRST_ROWS };
}

/** In the open folder, sorted by date. What was made in the scene is newest. */
function filesAbove(world: FilesWorld, { explorer: { open, sort }, files }: Explored, id: string): number {
  const orderOf = (file: string): number =>
    world.files.find((each) => each.id === file)?.details?.order ?? Number.MAX_SAFE_INTEGER;
  const sign = sort.descending ? -1 : 1;
  return files.filter(({ id: other, folder }) => folder === open && sign * (orderOf(other) - orderOf(id)) < 0)
    .length;
}

function openedFolder(action: FilesAction): string | undefined {
  return action.type === 'open-folder' ? action.folderId : undefined;
}

function itemIn(action: FilesAction): string | undefined {
  if (action.type === 'open-file') return action.fileId;
  return 'itemId' in action ? action.itemId : undefined;
}

/** What comes out of the trash was lost, not looked for. */
function isDetour({ type }: FilesAction): boolean {
  return type === 'cut' || type === 'move' || type === 'rename' || type === 'delete';
}
