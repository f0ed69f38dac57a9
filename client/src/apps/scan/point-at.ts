import type { ScanState } from '../../../../scenarios/world/scan/types.ts';

/** For `route` of AppFrame; empty if the target is not in this app. */
export function listRoute(pointAt: string | null, { asking, read }: ScanState): readonly string[] {
  if (pointAt?.startsWith('scan:') !== true) return [];
  if (asking || read !== null) return ['scan:address', 'scan:ask'];
  return [pointAt, 'scan:codes', 'scan:start'];
}
