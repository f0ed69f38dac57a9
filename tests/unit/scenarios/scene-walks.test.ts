/**
 * Random plays of every scene with actions that the screen offers: the state stays valid, and depends on nothing that
 * may be erased.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_TABS } from '../../../scenarios/world/browser/browser.ts';
import { hashState } from '../../../scenarios/world/hash.ts';
import { withoutText } from '../../../scenarios/world/mail/draft.ts';
import { acts, replay, startScene, step } from '../../../scenarios/world/scene.ts';
import type { PlacedAction, SceneState, WorldAction } from '../../../scenarios/world/types.ts';
import { offeredWalks, stateAfter } from '../../support/offered-walks.ts';
import { listPlayedScenarios, playIn, resultIn } from '../../support/scene-plays.ts';

const undo: WorldAction = { app: 'desk', type: 'undo' };
const runs = { numRuns: 60 };

describe.each(listPlayedScenarios())('any random play of $name', (scenario) => {
  const { world } = scenario;
  const walk = offeredWalks(scenario);

  it('leaves a valid state after each action, and does not change the state before it', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        let state = startScene(world);
        for (const [index, action] of actions.entries()) {
          const before = JSON.stringify(state);
          const next = step(world, state, action, { epoch: 1, actionSeq: index + 1 });
          expect(JSON.stringify(state)).toBe(before);
          if (next.ok) state = next.state;
          expectWhole(state);
        }
      }),
      runs,
    );
  });

  it('has the apps as at the start when everything is undone', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const state = stateAfter(world, actions);
        const undone = stateAfter(world, [...actions, ...Array<WorldAction>(state.past.length).fill(undo)]);
        // Help taken, and presses beside what was meant, are noted and not undone.
        const { practice } = startScene(world).apps;
        const misses = state.apps.practice?.misses ?? {};
        const apps = { ...startScene(world).apps, ...(practice && { practice: { ...practice, misses } }) };
        expect(undone).toEqual({ ...startScene(world), apps, help: state.help });
      }),
      runs,
    );
  });

  it('gives the same state and hash when replayed, also after a round trip through JSON', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const played = playIn(scenario, actions);
        const stored = JSON.parse(JSON.stringify(played.actions)) as PlacedAction[];
        expect(replay(world, stored)).toEqual(played.state);
        const copy = JSON.parse(JSON.stringify(played.state)) as SceneState;
        expect(hashState(copy)).toBe(hashState(played.state));
        expect(acts(world, copy)).toEqual(acts(world, played.state));
      }),
      runs,
    );
  });

  it('gives the same evidence after typed texts are erased from its log', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const played = playIn(scenario, actions);
        const erased = played.actions.map((entry) =>
          'typed' in entry.action
            ? { ...entry, action: { ...entry.action, typed: withoutText(entry.action.typed) } }
            : entry,
        );
        const state = replay(world, erased);
        expect(state.past.length).toBe(played.state.past.length);
        const after = { ...played, state, actions: erased };
        expect(resultIn(scenario, after)).toEqual(resultIn(scenario, played));
      }),
      runs,
    );
  });
});

/** True in every state of the apps that make their own ids. */
function expectWhole({ apps: { mail, files, browser } }: SceneState): void {
  if (mail) {
    expectUnique([...mail.drafts, ...mail.sent].map(({ id }) => id));
    expectUnique(mail.read);
    if (mail.composing !== null) expect(mail.drafts.map(({ id }) => id)).toContain(mail.composing);
    expect(mail.sent.every(({ to }) => to.length > 0)).toBe(true);
  }
  if (files) {
    const copies = files.files.filter(({ attachment }) => attachment !== null);
    if (!files.explorer)
      expectUnique(copies.map(({ attachment, folder }) => `${attachment ?? ''}/${folder}`));
    expectUnique([...files.files, ...(files.explorer?.folders ?? [])].map(({ id }) => id));
  }
  if (browser) {
    expect(browser.tabs.length).toBeLessThanOrEqual(MOST_TABS);
    expectUnique(browser.tabs.map(({ id }) => id));
    expect(browser.tabs.map(({ id }) => id)).toContain(browser.active);
    for (const { visits, at } of browser.tabs) expect(visits[at]).toBeDefined();
  }
}

function expectUnique(ids: readonly string[]): void {
  expect(new Set(ids).size).toBe(ids.length);
}
