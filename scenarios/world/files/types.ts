/** The shared folders: types of its world, state and actions. */
import type { ActionRef, TextKey, WorldRefusal } from '../base.ts';

export interface FilesWorld {
  /** A folder without `parent` is a fixed place: it cannot be renamed, moved or deleted. */
  readonly folders: readonly FolderItem[];
  /** Folder that « Enregistrer » proposes first, as real apps do. */
  readonly defaultFolder: string;
  readonly files: readonly FileItem[];
}

interface FolderItem {
  readonly id: string;
  readonly name: TextKey;
  readonly parent?: string;
}

type FileKind = 'document' | 'sheet' | 'image' | 'pdf';

interface FileItem {
  readonly id: string;
  readonly name: TextKey;
  /** Where it is; for a file that is in the trash at the start, where it was. */
  readonly folder: string;
  readonly trashed?: boolean;
  /** What the files app shows of it; a file that is only saved beside needs none. */
  readonly details?: FileDetails;
}

interface FileDetails {
  readonly kind: FileKind;
  /** When it was last changed, as a text (scenario time, not the learner's). */
  readonly changed: TextKey;
  /** Its place in time: a file with a higher number was changed later. */
  readonly order: number;
  /** What opens when the person looks at it. */
  readonly preview: readonly TextKey[];
}

/** Where deleted things are: the id of no folder. */
export type TrashId = 'trash';

export interface FilesState {
  readonly files: readonly FileEntry[];
  /** Only if the files app is on the desk. */
  readonly explorer?: ExplorerState;
}

/** A name that a person typed, and the action that gave it. */
export interface GivenName {
  readonly typed: string;
  readonly by: ActionRef;
}

/** What files and folders have in common. */
interface Entry {
  readonly id: string;
  /** The folder it was last deleted from. */
  readonly from?: string;
  /** Absent while it has the name of the world. */
  readonly name?: GivenName;
}

export interface FileEntry extends Entry {
  readonly folder: string;
  /** The attachment it was saved from, if any. */
  readonly attachment: string | null;
}

export interface FolderEntry extends Entry {
  /** Null for a fixed place. */
  readonly folder: string | null;
}

/** The folders now, and what the window of the files app shows. */
export interface ExplorerState {
  readonly folders: readonly FolderEntry[];
  /** The folder on show, or the trash. */
  readonly open: string;
  /** The file that is looked at, if any. */
  readonly preview: string | null;
  /** The search on show, if any; results are found by whoever shows them. */
  readonly search: GivenName | null;
  readonly sort: FilesSort;
  /** What was cut and not pasted yet. */
  readonly cut: string | null;
}

interface FilesSort {
  readonly by: 'name' | 'changed' | 'kind';
  readonly descending: boolean;
}

export type FilesAction =
  | {
      readonly app: 'files';
      readonly type: 'save-attachment';
      readonly attachmentId: string;
      readonly folderId: string;
    }
  | ExplorerAction;

/** What a person does in the window of the files app; `itemId` is a file or a folder, `folderId` may be `trash`. */
export type ExplorerAction =
  | { readonly app: 'files'; readonly type: 'open-folder'; readonly folderId: string }
  | { readonly app: 'files'; readonly type: 'open-file'; readonly fileId: string }
  | { readonly app: 'files'; readonly type: 'close-file' }
  | { readonly app: 'files'; readonly type: 'search'; readonly typed: string }
  | { readonly app: 'files'; readonly type: 'leave-search' }
  | {
      readonly app: 'files';
      readonly type: 'sort';
      readonly by: FilesSort['by'];
      readonly descending: boolean;
    }
  | { readonly app: 'files'; readonly type: 'rename'; readonly itemId: string; readonly typed: string }
  | { readonly app: 'files'; readonly type: 'move'; readonly itemId: string; readonly folderId: string }
  | { readonly app: 'files'; readonly type: 'cut'; readonly itemId: string }
  | { readonly app: 'files'; readonly type: 'paste'; readonly folderId: string }
  | { readonly app: 'files'; readonly type: 'delete'; readonly itemId: string }
  | { readonly app: 'files'; readonly type: 'restore'; readonly itemId: string }
  | { readonly app: 'files'; readonly type: 'delete-for-good'; readonly itemId: string }
  | { readonly app: 'files'; readonly type: 'empty-trash' }
  | {
      readonly app: 'files';
      readonly type: 'create';
      readonly what: 'folder' | 'document';
      readonly folderId: string;
      readonly typed: string;
    };

export type FilesRefusal =
  | WorldRefusal
  /** A name or a search without any letter. */
  | 'files.empty'
  /** A fixed place, or something in the trash, to which this cannot be done. */
  | 'files.not-here'
  /** A folder into itself. */
  | 'files.into-itself'
  | 'files.nothing-cut';
