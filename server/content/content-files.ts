import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function listVersionFolders(directory: string): string[] {
  return foldersIn(directory)
    .flatMap((scenario) => foldersIn(join(directory, scenario)).map((folder) => `${scenario}/${folder}`))
    .filter((folder) => /\/v\d+$/.test(folder))
    .sort();
}

/** Folders with the rules that a world version had before, e.g. `scoring-1`, oldest first. */
export function listScoringFolders(versionFolder: string): string[] {
  const number = (folder: string): number => Number(folder.slice('scoring-'.length));
  return foldersIn(versionFolder)
    .filter((folder) => /^scoring-\d+$/.test(folder))
    .sort((left, right) => number(left) - number(right));
}

function foldersIn(directory: string): string[] {
  const entries = readdirSync(directory, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

export function readText(file: string): string | undefined {
  return unlessMissing(() => readFileSync(file, 'utf8'));
}

export function unlessMissing<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
    throw fault;
  }
}
