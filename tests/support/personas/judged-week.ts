/** The scored scenes of a form as new attempts play them, with the files that the laws read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileScenario } from '../../../scenarios/checks/check-scenario.ts';
import { createLawScene, type LawScene } from '../../../scenarios/checks/laws/law-scene.ts';
import {
  lawFileNames,
  scenarioFileNames,
  type ScenarioTexts,
} from '../../../scenarios/checks/scenario-files.ts';
import type { Bank } from '../../../scenarios/kit/measurement-types.ts';
import { findNewest } from '../../../scenarios/schema/catalogue.ts';
import { loadVocabularies } from '../../../server/content/load-vocabularies.ts';
import { content, contentDirectory } from '../s02.ts';

export interface JudgedWeek {
  readonly scenes: readonly LawScene[];
  readonly bank: Bank;
}

/** @throws if a scored scene of the form is not judged by the laws */
export function readJudgedWeek(formId: string): JudgedWeek {
  const { scenes, bankVersion } = content.getForm(formId);
  const { vocabularies } = loadVocabularies(contentDirectory);
  const scored = scenes.flatMap((scenario) => {
    const newest = findNewest(content.scenarios(), scenario);
    return newest?.isScored === true ? [newest] : [];
  });
  const judged = scored.map(({ scenario, worldVersion }) => {
    const folder = `${scenario}/v${worldVersion}`;
    const compiled = compileScenario(folder, readTexts(folder), vocabularies).scenario;
    const tactics = compiled?.files.tactics ?? null;
    const routes = compiled?.files.routes ?? null;
    if (compiled === null || tactics === null || routes === null) throw new Error(`${folder} is not judged`);
    return createLawScene({ ...compiled.files, tactics, routes }, compiled.evidence);
  });
  return { scenes: judged, bank: content.getBank(bankVersion) };
}

function readTexts(folder: string): ScenarioTexts {
  return Object.fromEntries(
    [...scenarioFileNames, ...lawFileNames].map((name) => [
      name,
      readFileSync(join(contentDirectory, folder, name), 'utf8'),
    ]),
  ) as ScenarioTexts;
}
