/** Rules that a world version had before, in its folders `scoring-<version>` (ADR 36). */
import { join } from 'node:path';
import { type CheckResult, compileScenario } from '../../scenarios/checks/check-scenario.ts';
import type { ScenarioTexts } from '../../scenarios/checks/scenario-files.ts';
import type { Vocabularies } from '../../scenarios/checks/vocabulary-files.ts';
import type { Problem } from '../../scenarios/kit/yaml-source.ts';
import { listScoringFolders, readText } from './content-files.ts';

const fileNames = ['evidence.yaml', 'evidence.fr.yaml', 'evidence.en.yaml'] as const;

interface EarlierRules {
  readonly scenarios: readonly NonNullable<CheckResult['scenario']>[];
  readonly problems: readonly Problem[];
  readonly digested: string;
}

/** @param newest the files of the world version, with its newest rules */
export function loadEarlierRules(
  directory: string,
  folder: string,
  newest: ScenarioTexts,
  vocabularies: Vocabularies,
): EarlierRules {
  const loaded = listScoringFolders(join(directory, folder)).map((name) => {
    const own = Object.fromEntries(
      fileNames.map((file) => [file, readText(join(directory, folder, name, file))] as const),
    );
    const { errors, warnings, scenario } = compileScenario(folder, { ...newest, ...own }, vocabularies);
    const problems = [...errors, ...warnings].map((problem) => nameIn(name, folder, problem));
    const misplaced = scenario === null ? [] : checkName(name, folder, scenario);
    return {
      digested: JSON.stringify([folder, name, own]),
      problems: [...problems, ...misplaced],
      scenario: misplaced.length === 0 ? scenario : null,
    };
  });
  return {
    digested: loaded.map(({ digested }) => digested).join(''),
    problems: loaded.flatMap(({ problems }) => problems),
    scenarios: loaded.flatMap(({ scenario }) => scenario ?? []),
  };
}

function nameIn(name: string, folder: string, problem: Problem): Problem {
  const file = fileNames.find((each) => problem.file === `${folder}/${each}`);
  return file === undefined ? problem : { ...problem, file: `${folder}/${name}/${file}` };
}

function checkName(
  name: string,
  folder: string,
  { files: { evidence } }: NonNullable<CheckResult['scenario']>,
): Problem[] {
  const expected = `scoring-${evidence.data.scoringVersion}`;
  if (name === expected) return [];
  const params = { folder: `${folder}/${name}`, expected: `${folder}/${expected}` };
  return [nameIn(name, folder, evidence.problem('error', ['scoringVersion'], 'folder.differs', params))];
}
