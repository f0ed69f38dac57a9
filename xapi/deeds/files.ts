/** Deeds in the shared folders. */
import type { SceneRef } from '../../scenarios/log.ts';
import type { FilesAction } from '../../scenarios/world/files/types.ts';
import { localId, objectActivity } from '../activities.ts';
import type { Deed } from '../deed.ts';
import { extensions } from '../vocabulary.ts';
import { deedMaker } from './deed-parts.ts';

/** The deed of one action. */
export function filesDeed(scene: SceneRef, action: FilesAction): Deed {
  const on = deedMaker(scene, 'files');
  return on('downloaded', 2, objectActivity(scene, 'attachment', action.attachmentId), {
    [extensions.target]: localId(action.folderId),
  });
}
