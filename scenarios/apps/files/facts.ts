import type { AppFacts } from '../../kit/app.ts';
import { namesIn } from '../../kit/feature-facts.ts';
import {
  atAnyTime,
  atEnd,
  partOf,
  factType,
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
import type { FilesWorld } from '../../world/files/types.ts';
import { listReached, type ReachedFacts, reachedType } from './reached.ts';
import { listShown, type ShownFileFacts, shownFileType, statesIn } from './shown-files.ts';

interface SavedFileFacts {
  readonly attachment: string;
  readonly folder: string;
}

interface ItemFacts {
  readonly id: string;
  readonly kind: string;
  readonly folder: string;
  readonly before: string;
  readonly created: boolean;
  readonly renamed: boolean;
  readonly says: readonly string[];
}

interface FilesFacts {
  readonly saved: readonly SavedFileFacts[];
  readonly items: readonly ItemFacts[];
  readonly lost: readonly string[];
  readonly gone: readonly string[];
  readonly opened: readonly string[];
  readonly reached: readonly ReachedFacts[];
  readonly shown: readonly ShownFileFacts[];
}

const savedFileType = factType<SavedFileFacts>('SavedFile', {
  attachment: partOf('string', 'Pièce jointe dont il est la copie.', 'Attachment that it is a copy of.'),
  folder: partOf('string', 'Dossier où il est.', 'Folder that it is in.'),
});

const itemType = factType<ItemFacts>('Item', {
  id: partOf('string', 'Identifiant.', 'Id.'),
  kind: partOf('string', '`file` ou `folder`.', '`file` or `folder`.'),
  folder: partOf(
    'string',
    'Dossier où il est; `trash` dans la corbeille, à toute profondeur; vide pour un lieu fixe.',
    'Folder that it is in; `trash` in the trash, however deep; empty for a fixed place.',
  ),
  before: partOf(
    'string',
    'Le même au début; vide pour ce que la personne a créé.',
    'The same at the start; empty for what the person made.',
  ),
  created: partOf('bool', 'Créé par la personne.', 'Made by the person.'),
  renamed: partOf('bool', 'Renommé, et là au début.', 'Renamed, and there at the start.'),
  says: partOf(
    'list<string>',
    'Groupes de mots clés trouvés dans le nom donné par la personne.',
    'Keyword groups found in the name that the person gave.',
  ),
});

const filesType = factType<FilesFacts>('Files', {
  saved: atEnd('list<SavedFile>', 'Copies de pièces jointes.', 'Copies of attachments.'),
  items: atEnd(
    'list<Item>',
    'Fichiers et dossiers, ceux de la corbeille aussi.',
    'Files and folders, those in the trash too.',
  ),
  lost: atEnd(
    'list<string>',
    'Ce qui était là au début et est dans la corbeille ou disparu; de la corbeille, seulement ce qui a disparu.',
    'What was there at the start and is in the trash or gone; of the trash, only what is gone.',
  ),
  gone: atEnd(
    'list<string>',
    'Ce qui était là au début et est supprimé pour de bon.',
    'What was there at the start and is deleted for good.',
  ),
  opened: atAnyTime(
    'list<string>',
    'Dossiers ouverts, et `trash` pour la corbeille.',
    'Folders opened, and `trash` for the trash.',
  ),
  reached: atAnyTime(
    'list<Reached>',
    'Ce que la personne a ouvert, coupé, déplacé, renommé ou supprimé, une fois chacun.',
    'What the person opened, cut, moved, renamed or deleted, each once.',
  ),
  shown: atAnyTime(
    'list<ShownFile>',
    'Fichiers venus à l’écran : ouverts, ou ramenés devant avec leur application.',
    'Files that came to the screen: opened, or brought to the front again with their app.',
  ),
});

function collect(scene: ObservedScene): FilesFacts {
  const {
    world: { files: world },
    state,
    actions,
  } = scene;
  const { files } = state.apps;
  const saved = (files?.files ?? []).flatMap(({ attachment, folder }) =>
    attachment === null ? [] : [savedFileType.make({ attachment, folder })],
  );
  const none = { items: [], lost: [], gone: [], opened: [], reached: [], shown: [] };
  if (world === undefined || files?.explorer === undefined) return filesType.make({ saved, ...none });
  const explored = { ...files, explorer: files.explorer };
  const states = statesIn(scene);
  const items = listEntries(explored).map((entry) => itemOf(world, explored, entry, actions));
  const there = new Set(items.map(({ id }) => id));
  const gone = [...startPlaces(world).keys()].filter((id) => !there.has(id));
  const thrown = items.filter(
    ({ folder, before, created }) => !created && folder === TRASH && before !== TRASH,
  );
  return filesType.make({
    saved,
    items,
    gone,
    lost: [...thrown.map(({ id }) => id), ...gone],
    opened: actions.flatMap(({ action }) =>
      action.app === 'files' && action.type === 'open-folder' ? [action.folderId] : [],
    ),
    reached: listReached(world, scene, states),
    shown: listShown(scene, states),
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
  return itemType.make({
    id: entry.id,
    kind: findFolder(state, entry.id) === undefined ? 'file' : 'folder',
    folder: isInTrash(state, entry) ? TRASH : (entry.folder ?? ''),
    before: before ?? '',
    created: before === undefined,
    renamed: before !== undefined && entry.name !== undefined,
    says: namesIn(features),
  });
}

function startPlaces(world: FilesWorld): ReadonlyMap<string, string> {
  return new Map([
    ...world.folders.map(({ id, parent }): [string, string] => [id, parent ?? '']),
    ...world.files.map(({ id, folder, trashed }): [string, string] => [
      id,
      trashed === true ? TRASH : folder,
    ]),
  ]);
}

export const filesFacts = {
  name: 'files',
  types: [savedFileType, itemType, reachedType, shownFileType, filesType],
  of: collect,
} as const satisfies AppFacts;
