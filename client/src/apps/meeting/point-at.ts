import type { MeetingState } from '../../../../scenarios/world/meeting/types.ts';

/** For `route` of AppFrame; empty if the target is not in this app. */
export function listRoute(pointAt: string | null, { stage, panel }: MeetingState): readonly string[] {
  if (pointAt?.startsWith('meeting:') !== true) return [];
  if (stage !== 'call') return [pointAt, 'meeting:list', 'meeting:lobby'];
  const isInPanel = pointAt === `meeting:${String(panel)}`;
  return isInPanel ? [pointAt] : [pointAt, 'meeting:devices'];
}
