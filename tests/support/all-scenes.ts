/** Content whose demo form plays every scene, one after the other: for tests that go through all of them. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { content, contentDirectory } from './s02.ts';

export interface ContentFolder {
  readonly directory: string;
  remove(): Promise<void>;
}

export async function createAllScenesContent(): Promise<ContentFolder> {
  const directory = await mkdtemp(join(tmpdir(), 'numplus-content-'));
  await cp(contentDirectory, directory, { recursive: true });
  const forms = join(directory, 'forms.yaml');
  const scenes = content.scenarios().map(({ scenario }) => scenario);
  const text = await readFile(forms, 'utf8');
  await writeFile(forms, text.replace('scenes: [s02-inbox]', `scenes: [${scenes.join(', ')}]`));
  return { directory, remove: () => rm(directory, { recursive: true }) };
}
