/** The honest routes of every judged scene, as a person would send them: filled for one variant, in French. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  lawFileNames,
  readScenario,
  scenarioFileNames,
  type ScenarioTexts,
} from '../../scenarios/checks/scenario-files.ts';
import { fillActions } from '../../scenarios/checks/settings.ts';
import type { ScenarioVersion } from '../../scenarios/schema/catalogue.ts';
import { wordsFor } from '../../scenarios/schema/variant.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import { content, contentDirectory } from './s02.ts';

export interface HonestRoute {
  readonly scene: ScenarioVersion;
  readonly name: string;
  /** With « J’ai fini ». */
  readonly actions: readonly WorldAction[];
}

const done: WorldAction = { app: 'desk', type: 'done' };

export function listHonestRoutes(): readonly HonestRoute[] {
  return content
    .scenarios()
    .filter((scene) => content.fewestActs(scene) !== null)
    .flatMap(readRoutes);
}

function readRoutes({ scenario, worldVersion, scoringVersion }: ScenarioVersion): HonestRoute[] {
  const folder = `${scenario}/v${worldVersion}`;
  const texts = Object.fromEntries(
    [...scenarioFileNames, ...lawFileNames].map((name) => [
      name,
      readFileSync(join(contentDirectory, folder, name), 'utf8'),
    ]),
  ) as ScenarioTexts;
  const { files } = readScenario(folder, texts);
  const [variant] = files?.world.data.variants ?? [];
  if (!files?.routes || variant === undefined) throw new Error(`${folder} cannot be read`);
  const words = wordsFor(variant, files.worldTexts.fr.data, 'fr');
  return files.routes.data.routes.map(({ name, actions }) => {
    const filled = fillActions(actions, words);
    const isEnded = filled.at(-1)?.type === 'done';
    const scene = { scenario, worldVersion, scoringVersion };
    return { scene, name, actions: isEnded ? filled : [...filled, done] };
  });
}
