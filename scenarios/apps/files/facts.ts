/** What was left in the shared folders, and the way there, in the words that rules are written in. */
import {
  factClass,
  type FactType,
  getFeatures,
  type ObservedAction,
  type ObservedScene,
} from '../../kit/observed.ts';
import {
  type AnyEntry,
  type Explored,
  findFolder,
  isInTrash,
  listEntries,
  TRASH,
} from '../../world/files/tree.ts';
import type { FilesAction, FilesWorld } from '../../world/files/types.ts';

class SavedFileFacts {
  readonly attachment: string;
  readonly folder: string;

  constructor(attachment: string, folder: string) {
    this.attachment = attachment;
    this.folder = folder;
  }
}

interface ItemFacts {
  readonly id: string;
  /** `file` or `folder`. */
  readonly kind: string;
  /** The folder it stands in; `trash` for everything in the trash, however deep; empty for a fixed place. */
  readonly folder: string;
  /** The same at the start; empty for what the person made. */
  readonly before: string;
  readonly created: boolean;
  readonly renamed: boolean;
  /** Names of the keyword groups found in the name that the person gave; empty while it has none. */
  readonly says: readonly string[];
}

const ItemFacts = factClass<ItemFacts>();

class ReachedFacts {
  readonly id: string;
  /** Folders and other files opened before the person first opened, cut, moved, renamed or deleted it. */
  readonly openings: bigint;

  constructor(id: string, openings: number) {
    this.id = id;
    this.openings = BigInt(openings);
  }
}

export interface FilesFacts {
  /** Copies of attachments that stand at the end. */
  readonly saved: readonly SavedFileFacts[];
  /** Files and folders that are there at the end, in the trash too. */
  readonly items: readonly ItemFacts[];
  /** Ids of what was there at the start and is in the trash or gone at the end; of the trash, only what is gone. */
  readonly lost: readonly string[];
  /** Ids of what was there at the start and is gone for good. */
  readonly gone: readonly string[];
  /** Folders and the trash that were opened at any time, undone or not. */
  readonly opened: readonly string[];
  /** Items that the person got to, at any time, each once. */
  readonly reached: readonly ReachedFacts[];
}

export const FilesFacts = factClass<FilesFacts>();

const item = { id: 'string', kind: 'string', folder: 'string', before: 'string' };

/** `files` in rules. */
export const filesFactTypes: readonly FactType[] = [
  { name: 'SavedFile', ctor: SavedFileFacts, fields: { attachment: 'string', folder: 'string' } },
  {
    name: 'Item',
    ctor: ItemFacts,
    fields: { ...item, created: 'bool', renamed: 'bool', says: 'list<string>' },
  },
  { name: 'Reached', ctor: ReachedFacts, fields: { id: 'string', openings: 'int' } },
  {
    name: 'Files',
    ctor: FilesFacts,
    fields: {
      saved: 'list<SavedFile>',
      items: 'list<Item>',
      lost: 'list<string>',
      gone: 'list<string>',
      opened: 'list<string>',
      reached: 'list<Reached>',
    },
  },
];

/** Facts of the shared folders; empty where the scene has none. Throws MissingFeaturesError. */
export function filesFacts({ world: { files: world }, state, actions }: ObservedScene): FilesFacts {
  const { files } = state.apps;
  const saved = (files?.files ?? []).flatMap(({ attachment, folder }) =>
    attachment === null ? [] : [new SavedFileFacts(attachment, folder)],
  );
  const none = { items: [], lost: [], gone: [], opened: [], reached: [] };
  if (world === undefined || files?.explorer === undefined) return new FilesFacts({ saved, ...none });
  const explored = { ...files, explorer: files.explorer };
  const items = listEntries(explored).map((entry) => itemOf(world, explored, entry, actions));
  const there = new Set(items.map(({ id }) => id));
  const gone = [...startPlaces(world).keys()].filter((id) => !there.has(id));
  const thrown = items.filter(
    ({ folder, before, created }) => !created && folder === TRASH && before !== TRASH,
  );
  return new FilesFacts({
    saved,
    items,
    gone,
    lost: [...thrown.map(({ id }) => id), ...gone],
    opened: actions.flatMap(({ action }) =>
      action.app === 'files' && action.type === 'open-folder' ? [action.folderId] : [],
    ),
    reached: listReached(world, actions),
  });
}

function itemOf(
  world: FilesWorld,
  state: Explored,
  entry: AnyEntry,
  actions: readonly ObservedAction[],
): ItemFacts {
  const before = startPlaces(world).get(entry.id);
  const features = entry.name === undefined ? {} : getFeatures(actions, entry.name.by);
  return new ItemFacts({
    id: entry.id,
    kind: findFolder(state, entry.id) === undefined ? 'file' : 'folder',
    folder: isInTrash(state, entry) ? TRASH : (entry.folder ?? ''),
    before: before ?? '',
    created: before === undefined,
    renamed: before !== undefined && entry.name !== undefined,
    says: Object.entries(features).flatMap(([name, holds]) => (holds ? [name] : [])),
  });
}

/** Where each item was at the start. */
function startPlaces(world: FilesWorld): ReadonlyMap<string, string> {
  return new Map([
    ...world.folders.map(({ id, parent }): [string, string] => [id, parent ?? '']),
    ...world.files.map(({ id, folder, trashed }): [string, string] => [
      id,
      trashed === true ? TRASH : folder,
    ]),
  ]);
}

/**
 * How far each item was: openings count until the person first does something with it. Going back to a fixed place
 * and looking into the trash are no openings.
 */
function listReached(world: FilesWorld, actions: readonly ObservedAction[]): ReachedFacts[] {
  const fixed = world.folders.flatMap(({ id, parent }) => (parent === undefined ? [id] : []));
  const reached = new Map<string, ReachedFacts>();
  let openings = 0;
  for (const { action } of actions) {
    if (action.app !== 'files') continue;
    const id = itemIn(action);
    if (id !== undefined && !reached.has(id)) reached.set(id, new ReachedFacts(id, openings));
    const opened = action.type === 'open-file' ? action.fileId : openedFolder(action);
    if (opened !== undefined && ![...fixed, TRASH].includes(opened)) openings += 1;
  }
  return [...reached.values()];
}

function openedFolder(action: FilesAction): string | undefined {
  return action.type === 'open-folder' ? action.folderId : undefined;
}

function itemIn(action: FilesAction): string | undefined {
  if (action.type === 'open-file') return action.fileId;
  return 'itemId' in action ? action.itemId : undefined;
}
