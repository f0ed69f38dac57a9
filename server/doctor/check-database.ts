import type { Config } from '../base/config.ts';
import { AppError } from '../base/errors.ts';
import type { Secrets } from '../base/secrets.ts';
import { openUpkeep } from '../upkeep/open-upkeep.ts';
import type { DatabaseState, Upkeep } from '../storage/ports/upkeep.ts';
import { countSealed, type SealedCounts } from '../upkeep/sealed-values.ts';
import { checkServer } from './check-server.ts';
import { type Finding, finding } from './finding.ts';

const megabyte = 1024 * 1024;
/** Less free space is reported, because an export may need more. */
const littleBytes = 1024 * megabyte;
const fullBytes = 64 * megabyte;

export interface DatabaseReport {
  readonly findings: readonly Finding[];
  /** Null if the database can be used. */
  readonly unusable: 'database' | 'absent' | null;
  /** False if SECRET_KEY opens none of the keys that we have for LMSs. */
  readonly opensKeys: boolean;
}

export async function checkDatabase(config: Config, secrets: Secrets): Promise<DatabaseReport> {
  let upkeep: Upkeep;
  try {
    upkeep = await openUpkeep(config.databaseUrl);
  } catch (error) {
    return reportFault(error);
  }
  try {
    // Checked first: damage makes other checks fail or report less.
    const faults = await upkeep.checkIntegrity();
    if (faults.length > 0) {
      const findings = faults.map((fault) => finding('act', 'database', 'database.damaged', { fault }));
      return { findings, unusable: 'database', opensKeys: true };
    }
    const state = await upkeep.inspect();
    const counts = await countSealed(upkeep, secrets);
    const { current, previous, unreadable } = counts['lti-row'];
    return {
      findings: [...describe(state), ...checkSeals(Object.values(counts), config)],
      unusable: state.version === state.knownVersion ? null : 'database',
      opensKeys: unreadable === 0 || current + previous > 0,
    };
  } catch (error) {
    return reportFault(error);
  } finally {
    await upkeep.close();
  }
}

function reportFault(error: unknown): DatabaseReport {
  const found = explainDatabaseFault(error);
  return {
    findings: [found],
    unusable: found.code === 'database.absent' ? 'absent' : 'database',
    opensKeys: true,
  };
}

/** @throws `error` if it is not storage.unavailable */
export function explainDatabaseFault(error: unknown): Finding {
  if (!(error instanceof AppError && error.code === 'storage.unavailable')) throw error;
  const reason = String(error.params.reason);
  if (reason === 'absent') return finding('note', 'database', 'database.absent', {});
  if (reason === 'corrupt') return finding('act', 'database', 'database.damaged', { fault: reason });
  return finding('act', 'database', 'database.unusable', { reason });
}

function describe({ version, knownVersion: known, bytes, server, ...state }: DatabaseState): Finding[] {
  const megabytes = toMegabytes(bytes);
  const whole =
    server === null
      ? finding('ok', 'database', 'database.whole', { version, megabytes })
      : finding('ok', 'database', 'server.whole', { version, megabytes, server: server.version });
  return [
    version === known ? whole : finding('note', 'database', 'database.older', { version, known }),
    // A database of an older version may lack indexes.
    ...(server === null ? [] : checkServer(server, version === known)),
    ...(state.readableByOthers === true ? [finding('act', 'database', 'database.readable', {})] : []),
    ...(state.freeBytes === null ? [] : [checkRoom(state.freeBytes, bytes)]),
  ];
}

export function checkRoom(freeBytes: number, databaseBytes: number): Finding {
  const room = { megabytes: toMegabytes(freeBytes) };
  if (freeBytes < fullBytes) return finding('act', 'disk', 'disk.full', room);
  if (freeBytes < Math.max(littleBytes, databaseBytes)) return finding('note', 'disk', 'disk.little', room);
  return finding('ok', 'disk', 'disk.room', room);
}

function toMegabytes(bytes: number): number {
  return Math.floor(bytes / megabyte);
}

function checkSeals(counts: readonly SealedCounts[], config: Config): Finding[] {
  const sum = (standing: 'current' | 'previous' | 'unreadable'): number =>
    counts.reduce((total, count) => total + count[standing], 0);
  const [current, previous, unreadable] = [sum('current'), sum('previous'), sum('unreadable')];
  const found: Finding[] = [];
  if (unreadable > 0) {
    found.push(finding('act', 'key', 'key.unreadable', { count: unreadable, opened: current }));
  }
  if (unreadable === 0 && current > 0) found.push(finding('ok', 'key', 'key.fits', { count: current }));
  if (previous > 0) found.push(finding('note', 'key', 'key.previous-needed', { count: previous }));
  else if (config.secretKeyPrevious !== null) found.push(finding('note', 'key', 'key.previous-idle', {}));
  return found;
}
