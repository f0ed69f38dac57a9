/** JSON lines, one per batch, synced before the response: a batch survives whole or not at all. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { isObject, type JsonObject } from './json.ts';

export interface Journal {
  append(batch: readonly JsonObject[]): void;
  close(): void;
}

export function openJournal(path: string): { journal: Journal; batches: JsonObject[][] } {
  const batches = existsSync(path) ? readBatches(path) : [];
  const file = openSync(path, 'a', 0o600);
  return {
    batches,
    journal: {
      append(batch) {
        const bytes = Buffer.from(`${JSON.stringify(batch)}\n`, 'utf8');
        for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
        fsyncSync(file);
      },
      close() {
        closeSync(file);
      },
    },
  };
}

function readBatches(path: string): JsonObject[][] {
  const bytes = readFileSync(path);
  const wholeBytes = bytes.lastIndexOf('\n') + 1;
  if (wholeBytes < bytes.length) truncateSync(path, wholeBytes);
  const lines = bytes.subarray(0, wholeBytes).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line, index) => parseBatch(line, index + 1));
}

function parseBatch(line: string, number: number): JsonObject[] {
  const batch: unknown = JSON.parse(line);
  if (!Array.isArray(batch) || !batch.every(isObject)) {
    throw new Error(`Line ${number} of the data file is no batch of statements.`);
  }
  return batch;
}
