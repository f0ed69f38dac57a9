import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../scenarios/world/base.ts';
import { makeFolder } from '../base/make-folder.ts';
import { answersIn, askAnswers, type KitAnswer, listUnplaced, writeAnswers } from './answers.ts';
import { makeDocuments } from './documents.ts';
import type { KitFacts } from './kit-facts.ts';
import { writeDocx } from './write-docx.ts';

interface Written {
  /** By their path in the kit. */
  readonly files: readonly string[];
  /** Answers to questions that this kit does not ask; they stay in its file of answers. */
  readonly unplaced: readonly KitAnswer[];
}

/** Whether the folder may hold somebody's answers. */
export async function hasFiles(folder: string): Promise<boolean> {
  makeFolder(folder, 0o700);
  return (await readdir(folder)).length > 0;
}

/** Writes a folder for each language, and the answers beside them. */
export async function writeKit(
  folder: string,
  facts: KitFacts,
  languages: readonly Language[],
  earlier: readonly KitAnswer[] = [],
): Promise<Written> {
  const asked = askAnswers(facts, earlier);
  const unplaced = listUnplaced(asked, earlier);
  const files: string[] = [];
  for (const language of languages) {
    makeFolder(join(folder, language), 0o700);
    for (const part of makeDocuments(facts, language, answersIn(language, asked))) {
      const { number, title, isWide, blocks } = part;
      const bytes = await writeDocx({ language, number, title, day: facts.day, isWide, blocks });
      await write(join(language, `${part.file}.docx`), bytes);
    }
  }
  await write('answers.yaml', writeAnswers([...asked, ...unplaced]));
  return { files, unplaced };

  async function write(path: string, content: string | Buffer): Promise<void> {
    await writeFile(join(folder, path), content, { mode: 0o600, flag: 'wx' });
    files.push(path);
  }
}
