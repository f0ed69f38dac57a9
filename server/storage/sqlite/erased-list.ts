/** A file beside the database: whatever replaces the database leaves the list as it is (ADR 52). */
import { appendFileSync, closeSync, fsyncSync, openSync } from 'node:fs';
import type { ErasedListPort } from '../ports/erasures.ts';
import { readErasedFile } from '../read-erased-file.ts';
import { translated } from './database.ts';
import { answer } from './rows.ts';

export function createErasedList(database: string): ErasedListPort {
  const file = `${database}.erased`;
  const list = (): Set<string> => translated(() => readErasedFile(file));
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
