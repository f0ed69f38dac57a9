/** Tables are readable by their owner only, and renamed when complete, so that a part never looks whole. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Cell, csvLine } from '../base/csv.ts';

export interface TableFacts {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Holds one row in memory. */
export async function writeTable(
  file: string,
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): Promise<TableFacts> {
  const part = `${file}.part`;
  const tally = new TableTally();
  // An existing file would keep its own permissions.
  await rm(part, { force: true });
  const target = createWriteStream(part, { flags: 'w', mode: 0o600 });
  await pipeline(Readable.from(tally.lines(header, rows)), target);
  await rename(part, file);
  return tally.facts();
}

export class TableTally {
  readonly #hash = createHash('sha256');
  #rows = -1;
  #bytes = 0;

  async *lines(
    header: readonly string[],
    rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
  ): AsyncGenerator<string, void, undefined> {
    yield this.#count(csvLine(header));
    for await (const row of rows) yield this.#count(csvLine(row));
  }

  facts(): TableFacts {
    return {
      rows: Math.max(0, this.#rows),
      bytes: this.#bytes,
      sha256: this.#hash.copy().digest('hex'),
    };
  }

  #count(line: string): string {
    this.#rows += 1;
    this.#bytes += Buffer.byteLength(line);
    this.#hash.update(line);
    return line;
  }
}
