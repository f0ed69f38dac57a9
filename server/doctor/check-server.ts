import type { ServerState } from '../storage/ports/upkeep.ts';
import { type Finding, finding } from './finding.ts';

/** Older major versions of MongoDB get no security updates. */
const oldestVersion = 6;

/** Leases and sessions depend on each machine's clock. */
const noteFromMs = 5_000;
const actFromMs = 60_000;

export function checkServer(state: ServerState, isCurrent: boolean): Finding[] {
  const { version, missingRights: rights, missingIndexes: indexes } = state;
  return [
    ...(Number.parseInt(version, 10) < oldestVersion
      ? [finding('act', 'database', 'server.old', { server: version, oldest: oldestVersion })]
      : []),
    state.isReplicated
      ? finding('ok', 'database', 'server.replicated', {})
      : finding('note', 'database', 'server.alone', {}),
    ...(state.asksWho ? [] : [finding('note', 'database', 'server.open', {})]),
    ...(rights.length > 0
      ? [finding('act', 'database', 'server.rights', { rights: rights.join(', ') })]
      : []),
    ...(isCurrent && indexes.length > 0
      ? [finding('act', 'database', 'server.indexes', { indexes: indexes.join('; ') })]
      : []),
    ...checkServerClock(state.aheadMs),
  ];
}

function checkServerClock(aheadMs: number): Finding[] {
  const drift = Math.abs(aheadMs);
  if (drift < noteFromMs) return [];
  const seconds = Math.round(aheadMs / 1_000);
  return [finding(drift < actFromMs ? 'note' : 'act', 'database', 'server.clock', { seconds })];
}
