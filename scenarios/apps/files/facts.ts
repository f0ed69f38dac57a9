/** What was left in the shared folders, in the words that rules are written in. */
import type { FactType, ObservedScene } from '../../evidence/observed.ts';

export class SavedFileFacts {
  readonly attachment: string;
  readonly folder: string;

  constructor(attachment: string, folder: string) {
    this.attachment = attachment;
    this.folder = folder;
  }
}

export class FilesFacts {
  /** Copies of attachments that stand at the end. */
  readonly saved: readonly SavedFileFacts[];

  constructor(saved: readonly SavedFileFacts[]) {
    this.saved = saved;
  }
}

/** `files` in rules. */
export const filesFactTypes: readonly FactType[] = [
  { name: 'SavedFile', ctor: SavedFileFacts, fields: { attachment: 'string', folder: 'string' } },
  { name: 'Files', ctor: FilesFacts, fields: { saved: 'list<SavedFile>' } },
];

/** Facts of the shared folders; empty where the scene has none. */
export function filesFacts({ state }: ObservedScene): FilesFacts {
  return new FilesFacts(
    (state.apps.files?.files ?? []).flatMap(({ attachment, folder }) =>
      attachment === null ? [] : [new SavedFileFacts(attachment, folder)],
    ),
  );
}
