/**
 * Log entries as rows in SQLite. Those that were stored together and follow one another share a row: a batch of ten actions is
 * one row and one place in the index, not ten. A row stands at the number of its first entry and holds one entry, or several as
 * a JSON array; `sealed` likewise. Rows that are older than version 11 of the file, or were moved here, hold one each.
 */
import { z } from 'zod';
import type { StoredEntry } from '../ports/attempts.ts';
import { logEntry } from '../shapes/attempts.ts';
import { parseJson } from './rows.ts';

/** A row of the table `entries`, besides whose it is. */
interface EntryRun {
  readonly logSeq: number;
  readonly entry: string;
  readonly sealed: string | null;
}

const numbered = z.object({ logSeq: z.number() });

/** The entries of a row that was read. */
export const entryRun: z.ZodType<StoredEntry[]> = z
  .object({ logSeq: z.number(), entry: z.string(), sealed: z.string().nullable() })
  .transform(({ logSeq, entry, sealed }, context): unknown => {
    const told = parseJson(entry, context);
    if (!Array.isArray(told)) return [{ logSeq, entry: told, sealed }];
    const texts = sealed === null ? told.map(() => null) : parseJson(sealed, context);
    return told.map((one: unknown, index) => ({
      // Each says its own number: where one was taken out, the others keep theirs.
      ...numbered.safeParse(one).data,
      entry: one,
      sealed: Array.isArray(texts) ? (texts[index] as unknown) : undefined,
    }));
  })
  .pipe(z.array(z.object({ logSeq: z.number(), entry: logEntry, sealed: z.string().nullable() })));

/** SQL: how many entries the rows of the table hold together. A damaged row counts as one: others say that it is damaged. */
export const countOfEntries = `coalesce(sum(
  CASE WHEN substr(entry, 1, 1) = '[' AND json_valid(entry) THEN json_array_length(entry) ELSE 1 END), 0)`;

/** The rows of an append's entries, which have no gap. What a scene or a rescoring gave has its own: an index finds it by its kind. */
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
