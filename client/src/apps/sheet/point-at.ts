/** For `route` of AppFrame; empty if the target is not in this app. */
export function listRoute(pointAt: string | null): readonly string[] {
  if (pointAt?.startsWith('sheet:') !== true) return [];
  return pointAt.startsWith('sheet:cell:') ? [pointAt, 'sheet:view:grid'] : [pointAt];
}
