/** Permission for cookies in a frame (Storage Access API), if the browser has it. */

export function canAskForAccess(): boolean {
  return window.parent !== window && typeof document.requestStorageAccess === 'function';
}

/** After a press the browser may ask the person; otherwise it only returns what was decided before. */
export async function requestAccess(): Promise<boolean> {
  if (!canAskForAccess()) return false;
  try {
    await document.requestStorageAccess();
    return true;
  } catch {
    return false;
  }
}

/** Never asks: succeeds only if permission was given before. Most browsers refuse silently. */
export async function regainAccess(): Promise<boolean> {
  if (!canAskForAccess()) return false;
  try {
    const { state } = await navigator.permissions.query({ name: 'storage-access' });
    return state === 'granted' && (await requestAccess());
  } catch {
    return false;
  }
}
