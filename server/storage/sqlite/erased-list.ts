/** A file beside the database: whatever replaces the database leaves the list as it is (ADR 52). */
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import type { ErasedListPort } from '../ports/erasures.ts';
import { translated } from './database.ts';
import { answer } from './rows.ts';

export function createErasedList(database: string): ErasedListPort {
  const file = `${database}.erased`;
  const list = (): Set<string> => readErasedFile(file);
  return {
    add: (hashes) =>
      answer(() => {
        const known = list();
        const added = hashes.filter((hash) => !known.has(hash));
        if (added.length === 0) return;
        translated(() => {
          const descriptor = openSync(file, 'a', 0o600);
          try {
            // The first line break ends a line that was cut off.
            appendFileSync(descriptor, `\n${added.join('\n')}\n`);
            fsyncSync(descriptor);
          } finally {
            closeSync(descriptor);
          }
        });
      }),
    list: () => answer(list),
  };
}

const hashShape = /^[0-9a-f]{64}$/;

/** Empty if there is no file. @throws AppError storage.unavailable if it cannot be read */
export function readErasedFile(file: string): Set<string> {
  if (!existsSync(file)) return new Set();
  const lines = translated(() => readFileSync(file, 'utf8')).split('\n');
  return new Set(lines.filter((line) => hashShape.test(line)));
}
