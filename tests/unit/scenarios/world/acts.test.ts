/** What the screen offers and what the world accepts are the same, in every app and every scene. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acts, startScene, step } from '../../../../scenarios/world/scene.ts';
import type { World, WorldAction } from '../../../../scenarios/world/types.ts';
import { offeredWalks, offerKey, stateAfter } from '../../../support/offered-walks.ts';
import { listPlayedScenarios, playIn, resultIn, type PlayedScenario } from '../../../support/scene-plays.ts';

const runs = { numRuns: 60 };
const next = { epoch: 2, actionSeq: 1 };
const scenarios = listPlayedScenarios();
const played = scenarios.flatMap(({ plays }) => plays.flatMap(({ actions }) => actions));

describe.each(scenarios)('the screen of $name', (scenario) => {
  const { world } = scenario;
  const walk = offeredWalks(scenario);

  it.each(scenario.plays)('offers each action of the play $id, and the world accepts it', ({ actions }) => {
    let state = startScene(world);
    for (const [index, action] of actions.entries()) {
      expect(keysOf(acts(world, state))).toContain(offerKey(action));
      const after = step(world, state, action, { epoch: 1, actionSeq: index + 1 });
      if (!after.ok) throw new Error(`action ${index + 1} is refused: ${after.code}`);
      state = after.state;
    }
  });

  it('offers nothing that the world refuses', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const state = stateAfter(world, actions);
        const refused = acts(world, state).filter((action) => !step(world, state, action, next).ok);
        expect(refused).toEqual([]);
      }),
      runs,
    );
  });

  it('offers nothing once the scene has ended', () => {
    const ended = stateAfter(world, [{ app: 'desk', type: 'done' }]);
    expect(acts(world, ended)).toEqual([]);
  });

  it('changes nothing and earns nothing by an action that the screen does not offer', () => {
    const forged = forgeries(scenario);
    fc.assert(
      fc.property(walk, fc.array(forged, { minLength: 30, maxLength: 30 }), (actions, tried) => {
        const state = stateAfter(world, actions);
        const offered = keysOf(acts(world, state));
        for (const action of tried.filter((each) => !offered.has(offerKey(each)))) {
          const after = step(world, state, action, next);
          if (!after.ok) continue;
          expect([action, after.state]).toEqual([action, state]);
          const before = resultIn(scenario, playIn(scenario, actions));
          expect([action, resultIn(scenario, playIn(scenario, [...actions, action]))]).toEqual([
            action,
            before,
          ]);
        }
      }),
      runs,
    );
  });
});

function keysOf(actions: readonly WorldAction[]): ReadonlySet<string> {
  return new Set(actions.map(offerKey));
}

/** Actions of other states, and of plays of any scene, some with words of other actions in their fields. */
function forgeries({ world }: PlayedScenario): fc.Arbitrary<WorldAction> {
  const known = new Map([...reached(world), ...played].map((each) => [offerKey(each), each]));
  const kinds = new Map<string, WorldAction[]>();
  for (const action of known.values()) {
    const kind = `${action.app}.${action.type}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), action]);
  }
  return fc
    .tuple(fc.constantFrom(...kinds.values()), fc.nat(), fc.nat(), fc.nat())
    .map(([alike, one, other, fields]) =>
      mix(alike[one % alike.length], alike[other % alike.length], fields),
    );
}

/** Every action that is offered on the way through some walks. */
function reached(world: World): readonly WorldAction[] {
  const scenario = scenarios.find((each) => each.world === world);
  if (scenario === undefined) return [];
  const walks = fc.sample(offeredWalks(scenario), { numRuns: 20, seed: 1 });
  return walks.flatMap((actions) =>
    actions.flatMap((_, index) => acts(world, stateAfter(world, actions.slice(0, index)))),
  );
}

/** An action with some fields of another one of its kind; `fields` is a mask. */
function mix(action: WorldAction | undefined, other: WorldAction | undefined, fields: number): WorldAction {
  const entries = Object.entries(other ?? {}).filter((_, index) => ((fields >> index) & 1) === 1);
  const mixed: unknown = { ...action, ...Object.fromEntries(entries) };
  return mixed as WorldAction;
}
