/**
 * Random walks through every scenario, made of the actions of its plays in any order: whatever a person does, the
 * scene stays whole, and what it shows depends on nothing that may be erased.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashState } from '../../../scenarios/world/hash.ts';
import { withoutText } from '../../../scenarios/world/mail/draft.ts';
import { replay, startScene, type PlacedAction } from '../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../scenarios/world/types.ts';
import { isPlay, listPlayedScenarios, playIn, resultIn } from '../../support/scene-plays.ts';

const undo: WorldAction = { app: 'desk', type: 'undo' };
const runs = { numRuns: 150 };

describe.each(listPlayedScenarios())('any walk through $name', (scenario) => {
  const known = scenario.plays.flatMap(({ actions }) => actions.filter(isPlay));
  const different = [...new Map(known.map((each) => [JSON.stringify(each), each])).values()];
  const walk = fc.array(fc.constantFrom(undo, ...different), { maxLength: 40 });

  it('undone wholly gives the apps as they were at the start', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const { state } = playIn(scenario, actions);
        const undone = playIn(scenario, [...actions, ...state.past.map(() => undo)]).state;
        // What was noted and nobody sees stays: help taken, and presses beside what was meant.
        const { practice } = startScene(scenario.world).apps;
        const misses = state.apps.practice?.misses ?? {};
        const apps = {
          ...startScene(scenario.world).apps,
          ...(practice && { practice: { ...practice, misses } }),
        };
        expect(undone).toEqual({ ...startScene(scenario.world), apps, help: state.help });
      }),
      runs,
    );
  });

  it('is replayed to the same state and hash, also after a round trip through JSON', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const played = playIn(scenario, actions);
        const stored = JSON.parse(JSON.stringify(played.actions)) as PlacedAction[];
        expect(replay(scenario.world, stored)).toEqual(played.state);
        const copy = JSON.parse(JSON.stringify(played.state)) as SceneState;
        expect(hashState(copy)).toBe(hashState(played.state));
      }),
      runs,
    );
  });

  it('gives the same evidence once the typed texts are erased from its log', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const played = playIn(scenario, actions);
        const erased = played.actions.map((entry) =>
          'typed' in entry.action
            ? { ...entry, action: { ...entry.action, typed: withoutText(entry.action.typed) } }
            : entry,
        );
        const state = replay(scenario.world, erased);
        expect(state.past.length).toBe(played.state.past.length);
        const after = { ...played, state, actions: erased };
        expect(resultIn(scenario, after)).toEqual(resultIn(scenario, played));
      }),
      runs,
    );
  });
});
