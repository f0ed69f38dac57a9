import { checkPlays } from './check-plays.ts';
import { checkReferences } from './check-references.ts';
import { checkTexts } from './check-texts.ts';
import { readScenario, type ScenarioFiles, type ScenarioTexts } from './scenario-files.ts';
import type { Evidence } from '../evidence/evaluate.ts';
import type { Problem } from '../kit/yaml-source.ts';

export interface CheckResult {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Null if there is any error. */
  readonly scenario: { readonly files: ScenarioFiles; readonly evidence: Evidence } | null;
}

/** `folder` names the files in findings, e.g. `s02-inbox/v1`. */
export function checkScenario(folder: string, texts: ScenarioTexts): CheckResult {
  const read = readScenario(folder, texts);
  if (read.files === null) return { errors: read.problems, warnings: [], scenario: null };
  const { files } = read;
  const basics = [...checkReferences(files), ...checkFolder(folder, files)];
  const plays = checkPlays(files);
  const problems = [...basics, ...checkTexts(files), ...plays.problems];
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const sound = errors.length === 0 && plays.evidence !== null;
  return { errors, warnings, scenario: sound ? { files, evidence: plays.evidence } : null };
}

function checkFolder(folder: string, { world }: ScenarioFiles): Problem[] {
  const expected = `${world.data.id}/v${world.data.version}`;
  return folder === expected ? [] : [world.problem('error', ['id'], 'folder.differs', { folder, expected })];
}
