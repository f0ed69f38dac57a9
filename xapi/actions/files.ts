/** Drafts in the shared folders. */
import type { SceneRef, TextFeatures } from '../../scenarios/kit/log.ts';
import type { FilesAction } from '../../scenarios/world/files/types.ts';
import { localId, objectActivity, viewActivity } from '../activities.ts';
import type { StatementDraft } from '../statement-draft.ts';
import type { Activity, Extensions } from '../statement.ts';
import { extensions } from '../vocabulary.ts';
import { draftMaker, featuresExtension, lengthClassOf } from './draft-parts.ts';

/** The draft of one action. A file or folder is an item: which of them its id names, is the scenario's to say. */
export function filesDraft(
  scene: SceneRef,
  action: FilesAction,
  features: TextFeatures | undefined,
): StatementDraft {
  const on = draftMaker(scene, 'files');
  const item = (id: string): Activity => objectActivity(scene, 'item', id);
  const folder = (id: string): Activity => objectActivity(scene, 'folder', id);
  const into = (id: string): Extensions => ({ [extensions.target]: localId(id) });
  const named = { ...featuresExtension(features) };
  switch (action.type) {
    case 'save-attachment':
      return on(
        'downloaded',
        2,
        objectActivity(scene, 'attachment', action.attachmentId),
        into(action.folderId),
      );
    case 'open-folder':
      return on('accessed', 2, folder(action.folderId));
    case 'open-file':
      return on('opened', 2, item(action.fileId));
    case 'close-file':
      return on('closed', 3, viewActivity('files', 'file'));
    case 'search':
      return on('searched', 2, viewActivity('files', 'search'), {
        [extensions.lengthClass]: lengthClassOf(action.typed),
      });
    case 'leave-search':
      return on('left', 3, viewActivity('files', 'search'));
    case 'sort':
      return on('sorted', 2, viewActivity('files', 'list'), {
        [extensions.sortOrder]: `${action.by}-${action.descending ? 'descending' : 'ascending'}`,
      });
    case 'rename':
      return on('updated', 2, item(action.itemId), named);
    case 'move':
      return on('moved', 2, item(action.itemId), into(action.folderId));
    case 'cut':
      return on('selected', 3, item(action.itemId));
    case 'paste':
      return on('moved', 2, folder(action.folderId));
    case 'delete':
      return on('deleted', 2, item(action.itemId), into('trash'));
    case 'restore':
      return on('restored', 2, item(action.itemId));
    case 'delete-for-good':
      return on('deleted', 2, item(action.itemId));
    case 'empty-trash':
      return on('deleted', 2, folder('trash'));
    case 'create':
      return on('created', 2, folder(action.folderId), { ...named, [extensions.itemKind]: action.what });
  }
}
