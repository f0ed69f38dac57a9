/** The shared folders of the simulated workplace, and what is saved into them. */
import type { ActionRef, Step } from '../base.ts';
import type { FilesAction, FilesState, FilesWorld } from './types.ts';
import type { World } from '../types.ts';

/** The folders as the scene shows them first. */
export function startFiles(world: FilesWorld): FilesState {
  return {
    files: world.files.map(({ id, folder }) => ({ id, folder, attachment: null })),
  };
}

/**
 * Keeps a copy of an attachment in a folder. The same attachment in the same folder once more replaces the copy,
 * as real apps do; in another folder it is a second file.
 */
export function reduceFiles(
  world: World,
  state: FilesState,
  action: FilesAction,
  ref: ActionRef,
): Step<FilesState> {
  if (world.files === undefined) return { ok: false, code: 'world.unknown-app' };
  const { attachmentId, folderId } = action;
  const attachments = (world.mail?.messages ?? []).flatMap((message) => message.attachments);
  const known =
    attachments.some(({ id }) => id === attachmentId) &&
    world.files.folders.some(({ id }) => id === folderId);
  if (!known) return { ok: false, code: 'world.unknown-target' };
  const there = state.files.some((file) => file.attachment === attachmentId && file.folder === folderId);
  if (there) return { ok: true, state };
  const file = { id: `f${ref.epoch}-${ref.actionSeq}`, folder: folderId, attachment: attachmentId };
  return { ok: true, state: { files: [...state.files, file] } };
}
