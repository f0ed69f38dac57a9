/**
 * Entries of one append share a row, so that a batch of ten actions costs one index entry. A row is found by
 * its first number; `entry` is one entry or a JSON array, and `sealed` likewise. Rows from before file
 * version 11, and moved rows, hold one entry.
 */
import { z } from 'zod';
import type { StoredEntry } from '../ports/attempts.ts';
import type { WholeAttempt } from '../ports/transfer.ts';
import { logEntry } from '../shapes/attempts.ts';
import { parseJson } from './rows.ts';

type EntryRun = WholeAttempt['entries'][number];

const numbered = z.object({ logSeq: z.number() });

export const entryRun: z.ZodType<StoredEntry[]> = z
  .object({ logSeq: z.number(), entry: z.string(), sealed: z.string().nullable() })
  .transform(({ logSeq, entry, sealed }, context): unknown => {
    const parsed = parseJson(entry, context);
    if (!Array.isArray(parsed)) return [{ logSeq, entry: parsed, sealed }];
    const texts = sealed === null ? parsed.map(() => null) : parseJson(sealed, context);
    return parsed.map((one: unknown, index) => ({
      // An entry that is removed does not shift the numbers of the others.
      ...numbered.safeParse(one).data,
      entry: one,
      sealed: Array.isArray(texts) ? (texts[index] as unknown) : undefined,
    }));
  })
  .pipe(z.array(z.object({ logSeq: z.number(), entry: logEntry, sealed: z.string().nullable() })));

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
