/** The shared folders in words: what a scene shows, how it stands, what a person can do. Types only. */
import type { TextKey } from '../base.ts';

export interface FilesWorld {
  readonly folders: readonly { readonly id: string; readonly name: TextKey }[];
  /** Folder that « Enregistrer » proposes first, as real apps do. */
  readonly defaultFolder: string;
  readonly files: readonly { readonly id: string; readonly name: TextKey; readonly folder: string }[];
}

export interface FilesState {
  readonly files: readonly FileEntry[];
}

export interface FileEntry {
  readonly id: string;
  readonly folder: string;
  /** The attachment it was saved from, if any. */
  readonly attachment: string | null;
}

export interface FilesAction {
  readonly app: 'files';
  readonly type: 'save-attachment';
  readonly attachmentId: string;
  readonly folderId: string;
}
