/** Where `scenario play` shows the game: it keeps nothing. No platform has this reference. */
export const previewPath = '/play/preview';

export function isAuthorPreview(): boolean {
  return location.pathname === previewPath;
}
