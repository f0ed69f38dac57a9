import { createHash, type Hash } from 'node:crypto';
import type { StatementRow } from '../storage/ports/attempts.ts';
import { cursorOfLine, formatCursor } from './export-cursor.ts';

export interface ExportCounts {
  readonly statements: number;
  readonly attempts: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly cursor: string | null;
}

export class ExportTally {
  readonly #hash: Hash = createHash('sha256');
  #statements = 0;
  readonly #attempts = new Set<string>();
  #bytes = 0;
  #lastLine = '';

  add(line: string): void {
    this.#attempts.add(cursorOfLine(line)?.attemptId ?? '');
    this.#statements += 1;
    this.#bytes += Buffer.byteLength(line) + 1;
    this.#hash.update(line).update('\n');
    this.#lastLine = line;
  }

  attemptIds(): string[] {
    return [...this.#attempts];
  }

  counts(): ExportCounts {
    const cursor = cursorOfLine(this.#lastLine);
    return {
      statements: this.#statements,
      attempts: this.#attempts.size,
      bytes: this.#bytes,
      sha256: this.#hash.copy().digest('hex'),
      cursor: cursor === undefined ? null : formatCursor(cursor),
    };
  }
}

export async function* toLines(
  rows: AsyncIterable<StatementRow>,
  tally?: ExportTally,
): AsyncGenerator<string, void, undefined> {
  for await (const { bytes } of rows) {
    tally?.add(bytes);
    yield `${bytes}\n`;
  }
}
