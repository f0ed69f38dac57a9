import type { ActionRef, TextKey, WorldRefusal } from '../base.ts';

export interface FilesWorld {
  /** A folder without `parent` is a fixed place: it cannot be renamed, moved or deleted. */
  readonly folders: readonly FolderItem[];
  /** « Enregistrer » proposes it first, as real apps do. */
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
  /** For a file that starts in the trash: where it was. */
  readonly folder: string;
  readonly trashed?: boolean;
  /** Absent for a file that the files app does not show. */
  readonly details?: FileDetails;
}

interface FileDetails {
  readonly kind: FileKind;
  /** Time in the scenario, not the learner's. */
  readonly changed: TextKey;
  readonly order: number;
  readonly preview: readonly TextKey[];
}

export type TrashId = 'trash';

export interface FilesState {
  readonly files: readonly FileEntry[];
  /** Only if the files app is on the desk. */
  readonly explorer?: ExplorerState;
}

/** A typed name, and the action that gave it. */
export interface GivenName {
  readonly typed: string;
  readonly by: ActionRef;
}

interface Entry {
  readonly id: string;
  readonly from?: string;
  /** Absent while it has the name of the world. */
  readonly name?: GivenName;
}

export interface FileEntry extends Entry {
  readonly folder: string;
  readonly attachment: string | null;
}

export interface FolderEntry extends Entry {
  /** Null for a fixed place. */
  readonly folder: string | null;
}

export interface ExplorerState {
  readonly folders: readonly FolderEntry[];
  /** A folder, or the trash. */
  readonly open: string;
  readonly preview: string | null;
  /** Results are computed where they are shown. */
  readonly search: GivenName | null;
  readonly sort: FilesSort;
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

/** `itemId` is a file or a folder, `folderId` may be `trash`. */
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
  /** No letter in a name or a search. */
  | 'files.empty'
  /** Not allowed for a fixed place, or in the trash. */
  | 'files.not-here'
  | 'files.into-itself'
  | 'files.nothing-cut';
