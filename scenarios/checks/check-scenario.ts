import { checkChoices, checkLiterals, checkPairs } from './check-literals.ts';
import { checkPlays } from './check-plays.ts';
import { checkReading } from './check-reading.ts';
import { checkReferences } from './check-references.ts';
import { checkResults } from './check-results.ts';
import { checkTexts } from './check-texts.ts';
import { compileRules, ruleProblem } from './compile-rules.ts';
import { checkLaws } from './laws/check-laws.ts';
import { isJudged, readScenario, type ScenarioFiles, type ScenarioTexts } from './scenario-files.ts';
import type { Vocabularies } from './vocabulary-files.ts';
import type { Evidence } from '../evidence/evaluate.ts';
import { ExpressionError } from '../evidence/expressions.ts';
import type { Problem } from '../kit/yaml-source.ts';

export interface CheckResult {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Null if there is any error. */
  readonly scenario: { readonly files: ScenarioFiles; readonly evidence: Evidence } | null;
}

/**
 * Checks shape and references and compiles the rules, for content that `checkScenario` passed. `folder`
 * names the files in findings, e.g. `s02-inbox/v1`.
 */
export function compileScenario(
  folder: string,
  texts: ScenarioTexts,
  vocabularies: Vocabularies = new Map(),
): CheckResult {
  return toResult(compileFiles(folder, texts, vocabularies));
}

/** As `compileScenario`; also checks wording, plays and laws: about 0.3 s for each scenario. */
export function checkScenario(
  folder: string,
  texts: ScenarioTexts,
  vocabularies: Vocabularies = new Map(),
): CheckResult {
  return checkFully(folder, texts, vocabularies, false);
}

/** As `checkScenario`, with the laws that explore the scene: up to a minute for each judged scenario. */
export function checkThoroughly(
  folder: string,
  texts: ScenarioTexts,
  vocabularies: Vocabularies = new Map(),
): CheckResult {
  return checkFully(folder, texts, vocabularies, true);
}

function checkFully(
  folder: string,
  texts: ScenarioTexts,
  vocabularies: Vocabularies,
  isThorough: boolean,
): CheckResult {
  const compiled = compileFiles(folder, texts, vocabularies);
  const { files, evidence, problems } = compiled;
  if (files === null) return toResult(compiled);
  const found = evidence === null ? [] : checkPlayed(files, evidence, { vocabularies, isThorough });
  const wording = [...checkTexts(files), ...checkChoices(files)];
  return toResult({ files, evidence, problems: [...problems, ...wording, ...found] });
}

function checkPlayed(
  files: ScenarioFiles,
  evidence: Evidence,
  { vocabularies, isThorough }: { readonly vocabularies: Vocabularies; readonly isThorough: boolean },
): readonly Problem[] {
  const { tactics, routes } = files;
  try {
    const laws =
      tactics === null || routes === null
        ? []
        : checkLaws({ ...files, tactics, routes }, evidence, { isThorough });
    return [
      ...checkLiterals(files, vocabularies),
      ...checkPairs(files),
      ...checkPlays(files, evidence),
      ...checkResults(files),
      ...checkJudged(files),
      ...laws,
    ];
  } catch (fault) {
    // A rule may compile and still fail on a play, e.g. on a value of another type.
    if (fault instanceof ExpressionError) return [ruleProblem(files, fault)];
    throw fault;
  }
}

/** Older than the laws, or short on purpose. */
const withoutLaws: readonly string[] = [
  's01-first-login/v1',
  's02-inbox/v1',
  's03-tidy/v1',
  's04-schedule/v1',
  's05-parcel/v1',
  's06-hiring-form/v1',
  's07-recycling/v1',
  'x01-thanks/v1',
];

function checkJudged(files: ScenarioFiles): Problem[] {
  const { world, evidence } = files;
  const { id, version, scored } = world.data;
  const isMeasuring = scored !== false && evidence.data.rules.length > 0;
  if (isJudged(files) || !isMeasuring || withoutLaws.includes(`${id}/v${version}`)) return [];
  return [evidence.problem('warning', ['rules'], 'scored.not-judged')];
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
