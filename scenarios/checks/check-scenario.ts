import { checkPlays } from './check-plays.ts';
import { checkReading } from './check-reading.ts';
import { checkReferences } from './check-references.ts';
import { checkTexts } from './check-texts.ts';
import { compileRules } from './compile-rules.ts';
import { readScenario, type ScenarioFiles, type ScenarioTexts } from './scenario-files.ts';
import type { Vocabularies } from './vocabulary-files.ts';
import type { Evidence } from '../evidence/evaluate.ts';
import type { Problem } from '../kit/yaml-source.ts';

export interface CheckResult {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Null if there is any error. */
  readonly scenario: { readonly files: ScenarioFiles; readonly evidence: Evidence } | null;
}

/**
 * Checks shape and references and compiles the rules, but plays nothing: for content that `checkScenario` passed
 * before. `folder` names the files in findings, e.g. `s02-inbox/v1`.
 */
export function compileScenario(
  folder: string,
  texts: ScenarioTexts,
  vocabularies: Vocabularies = new Map(),
): CheckResult {
  return toResult(compileFiles(folder, texts, vocabularies));
}

/** As `compileScenario`, and also checks the wording and replays every play: about 0.3 s for each scenario. */
export function checkScenario(
  folder: string,
  texts: ScenarioTexts,
  vocabularies: Vocabularies = new Map(),
): CheckResult {
  const compiled = compileFiles(folder, texts, vocabularies);
  const { files, evidence, problems } = compiled;
  if (files === null) return toResult(compiled);
  const plays = evidence === null ? [] : checkPlays(files, evidence);
  return toResult({ files, evidence, problems: [...problems, ...checkTexts(files), ...plays] });
}

interface Compiled {
  readonly files: ScenarioFiles | null;
  readonly evidence: Evidence | null;
  readonly problems: readonly Problem[];
}

function compileFiles(folder: string, texts: ScenarioTexts, vocabularies: Vocabularies): Compiled {
  const { files, problems } = readScenario(folder, texts);
  if (files === null) return { files, evidence: null, problems };
  const rules = compileRules(files, vocabularies);
  const found = [
    ...checkReferences(files, vocabularies),
    ...checkReading(files, vocabularies),
    ...checkFolder(folder, files),
    ...rules.problems,
  ];
  return { files, evidence: rules.evidence, problems: found };
}

function toResult({ files, evidence, problems }: Compiled): CheckResult {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const isSound = errors.length === 0 && files !== null && evidence !== null;
  return { errors, warnings, scenario: isSound ? { files, evidence } : null };
}

function checkFolder(folder: string, { world }: ScenarioFiles): Problem[] {
  const expected = `${world.data.id}/v${world.data.version}`;
  return folder === expected ? [] : [world.problem('error', ['id'], 'folder.differs', { folder, expected })];
}
