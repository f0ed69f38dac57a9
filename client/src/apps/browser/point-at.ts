/** For `route` of AppFrame; empty if the target is not in this app. */
export function listRoute(pointAt: string | null): readonly string[] {
  if (!pointAt?.startsWith('browser:')) return [];
  const toSearch = ['browser:search', 'browser:address', 'browser:note'];
  if (pointAt === 'browser:results') return [pointAt, ...toSearch];
  return pointAt === 'browser:search' ? toSearch : [pointAt, 'browser:note'];
}
