/**
 * `npm run mutate -- [folder]`: removes one condition at a time from the evidence of each judged scene, and lists the
 * changes that no play, tactic, route or law notices. Random walks are left out: they would take hours.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkPlays } from '../../scenarios/checks/check-plays.ts';
import { checkLaws } from '../../scenarios/checks/laws/check-laws.ts';
import {
  lawFileNames,
  readScenario,
  scenarioFileNames,
  type ScenarioTexts,
} from '../../scenarios/checks/scenario-files.ts';
import { compileRules } from '../../scenarios/checks/compile-rules.ts';
import type { EvidenceFile } from '../../scenarios/schema/scenario.ts';
import { loadVocabularies } from '../../server/content/load-vocabularies.ts';
import { listMutants, type Mutant } from './mutants.ts';

const directory = resolve(process.argv[2] ?? join(import.meta.dirname, '../../scenarios/content'));
const folders = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[^/]+\/v\d+$/.test(path) && existsSync(join(directory, path, 'routes.yaml')))
  .sort();

const { vocabularies } = loadVocabularies(directory);
let all = 0;
let caught = 0;
for (const folder of folders) {
  const texts = Object.fromEntries(
    [...scenarioFileNames, ...lawFileNames].map((name) => [
      name,
      readFileSync(join(directory, folder, name), 'utf8'),
    ]),
  ) as ScenarioTexts;
  const { files } = readScenario(folder, texts);
  if (!files?.tactics || !files.routes) throw new Error(`${folder} cannot be read`);
  const { tactics, routes } = files;
  const isNoticed = (data: EvidenceFile): boolean => {
    const changed = { ...files, tactics, routes, evidence: { ...files.evidence, data } };
    const { evidence } = compileRules(changed, vocabularies);
    // A change that does not compile, or fails on a play, cannot go unnoticed.
    if (evidence === null) return true;
    try {
      const laws = checkLaws(changed, evidence, { isThorough: false });
      return [...checkPlays(changed, evidence), ...laws].some(({ severity }) => severity === 'error');
    } catch {
      return true;
    }
  };
  if (isNoticed(files.evidence.data)) throw new Error(`${folder} breaks a law: mend it first`);
  const mutants = listMutants(files.evidence.data);
  const survivors = mutants.filter((mutant) => !isNoticed(mutant.evidence));
  all += mutants.length;
  caught += mutants.length - survivors.length;
  process.stdout.write(`${folder}: ${mutants.length - survivors.length} of ${mutants.length} caught\n`);
  for (const { path, without } of survivors satisfies readonly Mutant[]) {
    const { file, line } = files.evidence.problem('error', path, 'survivor');
    process.stdout.write(`  ${file}:${line ?? 0} without ${without}\n`);
  }
}
process.stdout.write(
  `${caught} of ${all} mutants caught (${Math.round((100 * caught) / Math.max(1, all))} %)\n`,
);
