/**
 * The golden replays: final state and result of every play, for each scenario and version triple. Stored attempts are
 * replayed by the same code, so a difference needs a new world or scoring version.
 */
import { hashState } from '../../scenarios/world/hash.ts';
import {
  listPlayedByEarlierRules,
  listPlayedScenarios,
  playIn,
  type PlayedScenario,
  resultIn,
} from './scene-plays.ts';

/** Texts of the files by path. */
export function goldenFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...listPlayedScenarios(), ...listPlayedByEarlierRules()].map((scenario) => [
      `tests/golden/plays/${scenario.name}.json`,
      `${JSON.stringify(goldenOf(scenario), null, 2)}\n`,
    ]),
  );
}

function goldenOf(scenario: PlayedScenario): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    scenario.plays.map(({ id, actions }) => {
      const played = playIn(scenario, actions);
      const { rules, items, misconceptions } = resultIn(scenario, played);
      const fired = rules.filter((rule) => rule.fired).map(({ rule }) => rule);
      const points = Object.fromEntries(items.map((item) => [item.item, item.points]));
      return [id, { hash: hashState(played.state), fired, points, misconceptions }];
    }),
  );
}
