/** The list of erased people and of what was taken back, beside a backup, one hash a line: the list of a later backup serves all earlier ones. */
import { writeFileSync } from 'node:fs';
import type { Upkeep } from '../storage/ports/upkeep.ts';
import { readErasedFile } from '../storage/read-erased-file.ts';

export function erasedFileOf(copy: string): string {
  return `${copy}.erased`;
}

/** @returns how many there are; writes no file if there is none */
export async function writeErasedFile(
  { erasedList }: Pick<Upkeep, 'erasedList'>,
  copy: string,
): Promise<number> {
  const hashes = await erasedList.list();
  if (hashes.size > 0)
    writeFileSync(erasedFileOf(copy), `${[...hashes].sort().join('\n')}\n`, { mode: 0o600 });
  return hashes.size;
}

/** Adds to the list what files name; a file that is not there names nobody. */
export async function addErasedFiles(
  { erasedList }: Pick<Upkeep, 'erasedList'>,
  files: readonly string[],
): Promise<void> {
  for (const file of files) await erasedList.add([...readErasedFile(file)]);
}
