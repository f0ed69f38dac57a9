/** Random walks through the web: whatever a person does, in whatever order, the browser stays whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_TABS } from '../../../../scenarios/world/browser/browser.ts';
import { hashState } from '../../../../scenarios/world/hash.ts';
import { withoutText } from '../../../../scenarios/world/mail/draft.ts';
import { type PlacedAction, replay, startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { evaluateScene } from '../../../../scenarios/evidence/evaluate.ts';
import { evidence, fired, play, resultOf, world } from '../../../support/s07.ts';

const pageId = fc.constantFrom('p1', 'p3', 'p5', 'p7', 'p99');
const tabId = fc.constantFrom('t0', 't1-1', 't1-2', 't1-3', 't1-5');
const plainTypes = ['home', 'back', 'back', 'forward', 'new-tab', 'note-send'] as const;

const action: fc.Arbitrary<WorldAction> = fc.oneof(
  fc
    .record({
      type: fc.constantFrom('open', 'open-in-new-tab'),
      pageId,
      via: fc.constantFrom('result', 'link', 'address'),
      rank: fc.nat({ max: 3 }),
    })
    .map((given): WorldAction => ({ app: 'browser', ...given })),
  fc.constantFrom(...plainTypes).map((type): WorldAction => ({ app: 'browser', type })),
  fc
    .tuple(fc.constantFrom('select-tab', 'close-tab'), tabId)
    .map(([type, id]): WorldAction => ({ app: 'browser', type, tabId: id })),
  fc
    .constantFrom('écocentre samedi', 'x', ' ', 'Est-ce que c’est ouvert le samedi à Val-Rivard?')
    .map((typed): WorldAction => ({ app: 'browser', type: 'search', typed })),
  fc.boolean().map((found): WorldAction => ({ app: 'browser', type: 'find-in-page', found })),
  fc
    .constantFrom('h1', 'h3', 'h9')
    .map((choiceId): WorldAction => ({ app: 'browser', type: 'note-choose', choiceId })),
  pageId.map((id): WorldAction => ({ app: 'browser', type: 'note-source', pageId: id })),
  fc.constant<WorldAction>({ app: 'desk', type: 'undo' }),
);
const walk = fc.array(action, { maxLength: 40 });
const runs = { numRuns: 200 };

function expectWhole({ apps: { browser } }: SceneState): void {
  const tabs = browser?.tabs ?? [];
  expect(tabs.length).toBeGreaterThan(0);
  expect(tabs.length).toBeLessThanOrEqual(MOST_TABS);
  expect(new Set(tabs.map(({ id }) => id)).size).toBe(tabs.length);
  expect(tabs.map(({ id }) => id)).toContain(browser?.active);
  for (const { visits, at } of tabs) expect(visits[at]).toBeDefined();
}

describe('any walk through the web', () => {
  it('keeps the state whole after each step, and leaves the state before it untouched', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        let state = startScene(world);
        for (const [index, each] of actions.entries()) {
          const before = JSON.stringify(state);
          const next = step(world, state, each, { epoch: 1, actionSeq: index + 1 });
          expect(JSON.stringify(state)).toBe(before);
          if (next.ok) state = next.state;
          expectWhole(state);
        }
      }),
      runs,
    );
  });

  it('undone wholly gives the start', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const { state } = play(...actions);
        const undos = state.past.map((): WorldAction => ({ app: 'desk', type: 'undo' }));
        expect(play(...actions, ...undos).state).toEqual(startScene(world));
      }),
      runs,
    );
  });

  it('is replayed to the same state and hash, also after a round trip through JSON', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const played = play(...actions);
        const stored = JSON.parse(JSON.stringify(played.actions)) as PlacedAction[];
        expect(replay(world, stored)).toEqual(played.state);
        expect(hashState(JSON.parse(JSON.stringify(played.state)) as SceneState)).toBe(
          hashState(played.state),
        );
      }),
      runs,
    );
  });

  it('gives the same evidence once the words of its searches are erased', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const played = play(...actions);
        const erased = played.actions.map((entry) =>
          'typed' in entry.action
            ? { ...entry, action: { ...entry.action, typed: withoutText(entry.action.typed) } }
            : entry,
        );
        const state = replay(world, erased);
        expect(state.past.length).toBe(played.state.past.length);
        expect(evaluateScene(evidence, { world, skipped: false, state, actions: erased })).toEqual(
          resultOf(played),
        );
      }),
      runs,
    );
  });

  it('gives the same rules whether the note is filled before or after an independent search', () => {
    const search: WorldAction = { app: 'browser', type: 'search', typed: 'écocentre samedi' };
    fc.assert(
      fc.property(fc.constantFrom('h1', 'h3'), fc.constantFrom('p3', 'p7'), (choiceId, source) => {
        const note: WorldAction[] = [
          { app: 'browser', type: 'note-choose', choiceId },
          { app: 'browser', type: 'note-source', pageId: source },
          { app: 'browser', type: 'note-send' },
        ];
        expect(fired(search, ...note)).toEqual(fired(...note, search));
      }),
      runs,
    );
  });
});
