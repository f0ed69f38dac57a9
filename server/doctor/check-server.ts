/** The server of the database: its kind and version, what it lets us do, and its clock. */
import type { ServerState } from '../storage/ports/upkeep.ts';
import { type Finding, finding } from './finding.ts';

/** Of MongoDB. Older ones get no security updates any more. */
const oldestVersion = 6;

/** Leases and sessions last seconds to hours, by the clock of each machine. */
const noticedDriftMs = 5_000;
const harmfulDriftMs = 60_000;

/** @param isCurrent whether the database is of this version, and ought to have every index */
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
  if (drift < noticedDriftMs) return [];
  const seconds = Math.round(aheadMs / 1_000);
  return [finding(drift < harmfulDriftMs ? 'note' : 'act', 'database', 'server.clock', { seconds })];
}
