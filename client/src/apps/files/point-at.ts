import { type Explored, findEntry, findFolder } from '../../../../scenarios/world/files/tree.ts';

/** For `route` of AppFrame; empty if the target is not in this app. */
export function listRoute(pointAt: string | null, state: Explored): readonly string[] {
  if (!pointAt?.startsWith('files:')) return [];
  const [, kind = '', id] = pointAt.split(':');
  // An open file hides the list.
  if (id === undefined) return [pointAt, 'files:back'];
  const row = kind === 'folder' ? [] : [`files:file:${id}`];
  return [pointAt, ...row, ...routeToFolder(state, id), 'files:back'];
}

/** The folders above, nearest first. */
function routeToFolder(state: Explored, id: string): readonly string[] {
  const entry = findEntry(state, id);
  if (entry === undefined || entry.folder === null) return [];
  const above = findFolder(state, entry.folder);
  // Without a tree, the folder is a row of the list.
  const here = [`files:folder:${entry.folder}`, `files:file:${entry.folder}`];
  return [...here, ...(above ? routeToFolder(state, above.id) : [])];
}
