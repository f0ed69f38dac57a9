import type { PunchState } from '../../../../scenarios/world/punch/types.ts';

/** For `route` of AppFrame; empty if the target is not in this app. */
export function listRoute(pointAt: string | null, { page, shelf }: PunchState): readonly string[] {
  if (pointAt?.startsWith('punch:') !== true) return [];
  if (shelf !== null) return [pointAt, 'punch:back'];
  const isHere = (pointAt === 'punch:clock') === (page === 'clock');
  return isHere ? [pointAt] : ['punch:pages'];
}
