import type { Problem, ProblemPath } from './yaml-source.ts';

/** Reports a finding; `path` leads to its line. */
export type Report = (path: ProblemPath, code: string, params?: Problem['params']) => void;

export function expectUnique(ids: readonly string[], path: ProblemPath, report: Report): void {
  for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index)))
    report(path, 'id.twice', { id });
}

export function expectKnown(
  ids: readonly string[],
  known: readonly string[],
  kind: string,
  path: ProblemPath,
  report: Report,
): void {
  for (const id of ids.filter((each) => !known.includes(each))) report(path, 'id.unknown', { id, kind });
}
