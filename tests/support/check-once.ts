/** Checking a scenario version replays all its plays, and most tests change one file of the content. */
import { checkScenario, type CheckResult } from '../../scenarios/checks/check-scenario.ts';
import type { ScenarioTexts } from '../../scenarios/checks/scenario-files.ts';
import type { Vocabularies } from '../../scenarios/checks/vocabulary-files.ts';

const checked = new Map<string, CheckResult>();

/** As `checkScenario`, but checks the same files only once in a test process. */
export function checkOnce(
  folder: string,
  texts: ScenarioTexts,
  vocabularies: Vocabularies = new Map(),
): CheckResult {
  const key = JSON.stringify([folder, texts, [...vocabularies.keys()]]);
  const result = checked.get(key) ?? checkScenario(folder, texts, vocabularies);
  checked.set(key, result);
  return result;
}
