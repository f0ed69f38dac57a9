import { createWriteStream, existsSync } from 'node:fs';
import { truncate, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StatementRow } from '../storage/ports/attempts.ts';
import { cursorOfLine, type ExportCursor } from './export-cursor.ts';
import { type ExportCounts, ExportTally, toLines } from './export-lines.ts';
import { readLines } from './read-lines.ts';

export interface BegunExport {
  readonly tally: ExportTally;
  readonly cursor: ExportCursor | undefined;
}

export function beginExport(): BegunExport {
  return { tally: new ExportTally(), cursor: undefined };
}

/**
 * Removes an incomplete last line.
 * @throws RangeError if a line is not our statement
 */
export async function reopenExport(file: string): Promise<BegunExport> {
  if (!existsSync(file)) return beginExport();
  const tally = new ExportTally();
  let cursor: ExportCursor | undefined;
  for await (const { text, isEnded } of readLines(file)) {
    if (!isEnded) break;
    cursor = cursorOfLine(text);
    if (cursor === undefined)
      throw new RangeError(`${file} contains a line that is not an exported statement`);
    tally.add(text);
  }
  await truncate(file, tally.counts().bytes);
  return { tally, cursor };
}

/** The file is readable by its owner only. */
export async function writeExport(
  file: string,
  { tally, cursor }: BegunExport,
  rows: AsyncIterable<StatementRow>,
): Promise<ExportCounts> {
  const target = createWriteStream(file, { flags: cursor === undefined ? 'w' : 'a', mode: 0o600 });
  await pipeline(Readable.from(toLines(rows, tally)), target);
  return tally.counts();
}

/** Written last: its presence shows that the export is complete. */
export async function writeManifest(
  file: string,
  facts: Readonly<Record<string, string | number | boolean | null>>,
): Promise<void> {
  await writeFile(`${file}.manifest.json`, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
}
