/** Checking a scenario version replays all its plays, and most tests change one file of the content. */
import { checkScenario, type CheckResult } from '../../scenarios/checks/check-scenario.ts';

const checked = new Map<string, CheckResult>();

/** As `checkScenario`, but checks the same files only once in a test process. */
export const checkOnce: typeof checkScenario = (folder, texts) => {
  const key = JSON.stringify([folder, texts]);
  const result = checked.get(key) ?? checkScenario(folder, texts);
  checked.set(key, result);
  return result;
};
