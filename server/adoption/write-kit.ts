import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../scenarios/world/base.ts';
import { makeFolder } from '../base/make-folder.ts';
import { makeDocuments } from './documents.ts';
import type { KitFacts } from './kit-facts.ts';
import { writeDocx } from './write-docx.ts';

/** Whether the folder may hold somebody's answers. */
export async function hasFiles(folder: string): Promise<boolean> {
  makeFolder(folder, 0o700);
  return (await readdir(folder)).length > 0;
}

/** Writes a folder for each language. Returns the files, by their path in the kit. */
export async function writeKit(
  folder: string,
  facts: KitFacts,
  languages: readonly Language[],
): Promise<string[]> {
  const written: string[] = [];
  for (const language of languages) {
    makeFolder(join(folder, language), 0o700);
    for (const { file, title, isWide, blocks } of makeDocuments(facts, language)) {
      const path = join(language, `${file}.docx`);
      const bytes = await writeDocx({ language, title, day: facts.day, isWide, blocks });
      await writeFile(join(folder, path), bytes, { mode: 0o600, flag: 'wx' });
      written.push(path);
    }
  }
  return written;
}
