/** The browser's own permission for cookies in a frame (Storage Access API), where it has one. */

/** Whether a person could be asked here. */
export function canAskForAccess(): boolean {
  return window.parent !== window && typeof document.requestStorageAccess === 'function';
}

/** Asks; on a press the browser may put a question to the person, without one it may only say what it knows. */
export async function requestAccess(): Promise<boolean> {
  if (!canAskForAccess()) return false;
  try {
    await document.requestStorageAccess();
    return true;
  } catch {
    return false;
  }
}

/** Access without a question, where the person gave it before; most browsers refuse that in silence. */
export async function regainAccess(): Promise<boolean> {
  if (!canAskForAccess()) return false;
  try {
    const { state } = await navigator.permissions.query({ name: 'storage-access' });
    return state === 'granted' && (await requestAccess());
  } catch {
    return false;
  }
}
