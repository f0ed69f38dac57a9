/** Proof (b): the record store has exactly the statements that the tool exports, byte for byte and none twice. */
import { readFile } from 'node:fs/promises';
import type { Breach } from './breach.ts';

const setByStore: ReadonlySet<string> = new Set(['stored', 'authority', 'version']);

/**
 * @param exported lines of `export statements`
 * @param held statements of the store, with what it set itself
 */
export function checkStatements(
  exported: readonly string[],
  held: readonly Readonly<Record<string, unknown>>[],
): Breach[] {
  const wanted = countEach(exported);
  const found = countEach(held.map(withoutOwn));
  return [
    ...[...wanted].flatMap(([line, times]) => {
      const twice = times > 1 ? [breach(line, 'is exported twice')] : [];
      return found.has(line) ? twice : [...twice, breach(line, 'is not in the store, or not as exported')];
    }),
    ...[...found].flatMap(([line, times]) => {
      const twice = times > 1 ? [breach(line, 'is twice in the store')] : [];
      return wanted.has(line) ? twice : [...twice, breach(line, 'is in the store, and not exported')];
    }),
  ];
}

/** The lines of a file, without the empty one behind the last. */
export async function readExport(file: string): Promise<string[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.filter((line) => line !== '');
}

function withoutOwn(statement: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(statement).filter(([name]) => !setByStore.has(name))),
  );
}

function countEach(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function breach(line: string, what: string): Breach {
  const { id, context } = JSON.parse(line) as {
    readonly id?: string;
    readonly context?: { readonly registration?: string };
  };
  return { about: context?.registration ?? 'no attempt', what: `statement ${id ?? 'without id'} ${what}` };
}
