/**
 * Entries of one append share a row, found by its first number, to save index entries. `entry` and `sealed`
 * hold one or a JSON array; rows from before file version 11, and moved rows, hold one.
 */
import type { LogEntry } from '../../../scenarios/kit/log.ts';
import type { StoredEntry } from '../ports/attempts.ts';
import type { WholeAttempt } from '../ports/transfer.ts';

type EntryRun = WholeAttempt['entries'][number];

/**
 * Checked by hand: a schema would take half of the time of reading a log.
 * @throws if an entry lacks what storage relies on
 */
export function toRun({ logSeq, entry, sealed }: EntryRun): StoredEntry[] {
  const parsed: unknown = JSON.parse(entry);
  if (!Array.isArray(parsed)) return [toEntry(logSeq, parsed, sealed)];
  const texts: unknown = sealed === null ? null : JSON.parse(sealed);
  return parsed.map((one: unknown, index) => {
    const text: unknown = texts === null ? null : Array.isArray(texts) ? texts[index] : undefined;
    // A removed entry does not renumber the others.
    return toEntry(undefined, one, text);
  });
}

function toEntry(logSeq: number | undefined, entry: unknown, sealed: unknown): StoredEntry {
  if (!isEntry(entry) || (sealed !== null && typeof sealed !== 'string')) throw new TypeError('not an entry');
  return { logSeq: logSeq ?? entry.logSeq, entry, sealed };
}

function isEntry(value: unknown): value is LogEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { logSeq, at, kind } = value as Readonly<Record<string, unknown>>;
  return Number.isFinite(logSeq) && Number.isFinite(at) && typeof kind === 'string';
}

/** SQL. A damaged row counts as one; other checks report it. */
export const countOfEntries = `coalesce(sum(
  CASE WHEN substr(entry, 1, 1) = '[' AND json_valid(entry) THEN json_array_length(entry) ELSE 1 END), 0)`;

/** Results of scenes and rescorings get their own row, which an index finds by kind. */
export function runsOf(entries: readonly StoredEntry[]): EntryRun[] {
  const runs: StoredEntry[][] = [];
  for (const stored of entries) {
    const run = runs.at(-1);
    if (run === undefined || standsAlone(stored) || run.some(standsAlone)) runs.push([stored]);
    else run.push(stored);
  }
  return runs.map(toRow);
}

function standsAlone({ entry: { kind } }: StoredEntry): boolean {
  return kind === 'scene-ended' || kind === 'rescored';
}

function toRow(run: readonly StoredEntry[]): EntryRun {
  const [first, ...others] = run;
  if (first === undefined) throw new RangeError('a run has one entry at least');
  const { logSeq, entry, sealed } = first;
  if (others.length === 0) return { logSeq, entry: JSON.stringify(entry), sealed };
  const texts = run.some((one) => one.sealed !== null) ? JSON.stringify(run.map((one) => one.sealed)) : null;
  return { logSeq, entry: JSON.stringify(run.map((one) => one.entry)), sealed: texts };
}
