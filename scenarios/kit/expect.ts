/** What checks of ids have in common. */
import type { Problem, ProblemPath } from './yaml-source.ts';

/** Takes a finding about one file; `path` leads to its line. */
export type Report = (path: ProblemPath, code: string, params?: Problem['params']) => void;

/** Reports each id that stands more than once. */
export function expectUnique(ids: readonly string[], path: ProblemPath, report: Report): void {
  for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index)))
    report(path, 'id.twice', { id });
}

/** Reports each id that is not among the known ones. */
export function expectKnown(
  ids: readonly string[],
  known: readonly string[],
  kind: string,
  path: ProblemPath,
  report: Report,
): void {
  for (const id of ids.filter((each) => !known.includes(each))) report(path, 'id.unknown', { id, kind });
}
