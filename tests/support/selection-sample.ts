/** Scenes and estimates for tests of selection: the sixteen scenarios of the catalogue, written or planned. */
import { responsesOf } from '../../scenarios/measurement/measure.ts';
import type { PlayedScene } from '../../scenarios/measurement/measure.ts';
import {
  type EndedScene,
  findAbilities,
  type SceneFacts,
  type SelectionRules,
  type SelectionState,
  standardRules,
} from '../../scenarios/measurement/choose-scene.ts';
import { factsOf } from '../../server/attempts/choose-next-scene.ts';
import { catalogueScenes } from './catalogue-scenes.ts';
import { content } from './s02.ts';

export const bank = content.getBank(1);

/** The id of a scenario by its number in the catalogue, e.g. `s05` → `s05-parcel`. */
export function idOf(number: string): string {
  const found = bank.items.find(({ scenario }) => scenario.startsWith(`${number}-`));
  if (found === undefined) throw new Error(`${number} has no item in the bank`);
  return found.scenario;
}

/** The seven scored ones that are written, as long as in their first world, and the nine that were planned then. */
export const written: readonly SceneFacts[] = [
  ...new Set(content.getBank(2).items.map(({ scenario }) => scenario)),
].map((scenario) => ({
  ...factsOf(content, scenario),
  minutes: content.publicScene(scenario, 1, 1).world.minutes,
}));
export const catalogue: readonly SceneFacts[] = [...written, ...catalogueScenes];

export const rules: SelectionRules = { ...standardRules, core: ['s02', 's03', 's05'].map(idOf) };

/** Every item of a scenario with the same share of its points, rounded. */
export function play(number: string, share: number): PlayedScene {
  const scenario = idOf(number);
  const items = bank.items
    .filter((item) => item.scenario === scenario)
    .map(({ dimension, steps }) => ({
      item: `${number}-${dimension.toLowerCase()}`,
      dimension,
      points: Math.round(share * steps.length),
      max: steps.length,
      skipped: false,
    }));
  return { scenario, worldVersion: 1, how: 'done', result: { rules: [], items, misconceptions: [] } };
}

/** The estimate after these scenes. */
export function standingAfter(
  played: readonly PlayedScene[],
  scenes: readonly SceneFacts[] = catalogue,
  change: Partial<SelectionState> = {},
): SelectionState {
  const met = new Set(played.map(({ scenario }) => scenario));
  return {
    bank,
    abilities: findAbilities(
      bank,
      played.flatMap((scene) => responsesOf(bank, scene)),
    ),
    ended: played.map(({ scenario, result }): EndedScene => ({
      scenario,
      points: result.items.reduce((sum, { points }) => sum + points, 0),
      heavyReading: catalogue.some((scene) => scene.scenario === scenario && scene.heavyReading),
    })),
    candidates: scenes.filter(({ scenario }) => !met.has(scenario)),
    activeMs: 0,
    needs: [],
    byTouch: false,
    seed: 'attempt-1',
    ...change,
  };
}
