/** An export as a file: begun anew or gone on with after a break, and closed with a manifest beside it. */
import { createWriteStream, existsSync } from 'node:fs';
import { truncate, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StatementRow } from '../storage/ports/attempts.ts';
import { cursorOfLine, type ExportCursor } from './export-cursor.ts';
import { type ExportCounts, ExportTally, toLines } from './export-lines.ts';
import { readLines } from './read-lines.ts';

/** A file that holds part of an export: whole lines only. */
export interface BegunExport {
  readonly tally: ExportTally;
  readonly cursor: ExportCursor | undefined;
}

/** An export into a new file. */
export function beginExport(): BegunExport {
  return { tally: new ExportTally(), cursor: undefined };
}

/**
 * Reads what an export wrote before it broke off, and cuts off a line that was left in the middle.
 * @throws RangeError where a whole line is no statement of ours: another file was named
 */
export async function reopenExport(file: string): Promise<BegunExport> {
  if (!existsSync(file)) return beginExport();
  const tally = new ExportTally();
  let cursor: ExportCursor | undefined;
  for await (const { text, isEnded } of readLines(file)) {
    if (!isEnded) break;
    cursor = cursorOfLine(text);
    if (cursor === undefined) throw new RangeError(`${file} holds a line that is no exported statement`);
    tally.add(text);
  }
  await truncate(file, tally.counts().bytes);
  return { tally, cursor };
}

/** Writes rows behind what the file holds, readable by its owner alone. */
export async function writeExport(
  file: string,
  { tally, cursor }: BegunExport,
  rows: AsyncIterable<StatementRow>,
): Promise<ExportCounts> {
  const target = createWriteStream(file, { flags: cursor === undefined ? 'w' : 'a', mode: 0o600 });
  await pipeline(Readable.from(toLines(rows, tally)), target);
  return tally.counts();
}

/** What the file is, for whoever finds it in five years: written last, so that it stands for a whole export. */
export async function writeManifest(
  file: string,
  facts: Readonly<Record<string, string | number | boolean | null>>,
): Promise<void> {
  await writeFile(`${file}.manifest.json`, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
}
