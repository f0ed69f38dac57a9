/**
 * Where help points. A thing that is not on screen is reached by steps: the route lists the places to point at, the
 * thing itself first, then the nearest step towards it.
 */

/** `data-help` ids from the thing itself to the nearest step towards it; empty when it is not of this app. */
export function listRoute(pointAt: string | null): readonly string[] {
  if (!pointAt?.startsWith('browser:')) return [];
  const toSearch = ['browser:search', 'browser:address', 'browser:note'];
  if (pointAt === 'browser:results') return [pointAt, ...toSearch];
  return pointAt === 'browser:search' ? toSearch : [pointAt, 'browser:note'];
}
