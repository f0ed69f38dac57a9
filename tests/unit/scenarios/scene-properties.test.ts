/**
 * Properties of every scenario's score: what is undone no longer counts, unless it counts because it happened; and it
 * does not matter in which app a person begins.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import { offeredWalks } from '../../support/offered-walks.ts';
import {
  isPlay,
  listPlayedScenarios,
  playIn,
  type PlayedScenario,
  resultIn,
} from '../../support/scene-plays.ts';

const undo: WorldAction = { app: 'desk', type: 'undo' };
const done: WorldAction = { app: 'desk', type: 'done' };
const runs = { numRuns: 150 };

interface Lasting {
  /** Rules and misconceptions that speak of what happened alone: undo never changes them. */
  readonly events: readonly string[];
  /** Those that ask for both, what happened and how things stand. */
  readonly both: readonly string[];
  /** Those that ask what came first, so the apps cannot take other turns. */
  readonly ordered?: readonly string[];
}

/** By version, or by scenario for all its versions. */
const lasting: Readonly<Record<string, Lasting>> = {
  's01-first-login': {
    events: ['email-as-user-name', 'own-name-as-user-name'],
    both: ['e4', 'code-in-another-box'],
  },
  's02-inbox': { events: [], both: ['opens-without-saving'] },
  's03-tidy': { events: ['e5'], both: ['e4', 'looks-without-restoring'] },
  's05-parcel': { events: ['e4', 'enters-data', 'follows-the-link'], both: ['trusts-the-look'] },
  's05-parcel-w2-s1': { events: ['enters-data', 'follows-the-link'], both: ['trusts-the-look'] },
  's06-hiring-form': {
    events: ['takes-the-ad'],
    both: ['gives-the-sin', 'gives-the-password', 'ignores-the-red-message', 'leaves-the-page'],
  },
  's07-recycling': {
    events: ['e1', 'e2', 'e5', 'searches-whole-sentence', 'searches-with-too-little', 'stops-at-dead-end'],
    both: ['e3', 'finds-without-answering'],
  },
  's07-recycling-w2-s2': {
    events: ['e1', 'e2', 'e5', 'searches-whole-sentence', 'searches-with-too-little', 'stops-at-dead-end'],
    both: ['finds-without-answering'],
  },
  's12-privacy': {
    events: ['gives-information', 'opens-the-sticker', 'e5', 'looks-in-many-places'],
    both: ['e3', 'leaves-the-rights', 'leaves-the-question', 'leaves-the-profile'],
  },
  's13-ai-assistant': {
    events: ['e5', 'e7', 'gives-the-client'],
    both: ['e1', 'hides-the-ai', 'removes-the-odd-fact'],
    ordered: ['e1'],
  },
  's14-punch-app': { events: ['e1', 'opens-many-apps'], both: ['stops-at-the-notice', 'leaves-it-unsent'] },
  's17-pay-stub': { events: ['gives-information', 'follows-the-link'], both: [] },
};

/** Rules that fired and misconceptions seen, together. */
function shown(scenario: PlayedScenario, actions: readonly WorldAction[]): ReadonlySet<string> {
  const { rules, misconceptions } = resultIn(scenario, playIn(scenario, actions));
  return new Set([...rules.filter(({ fired }) => fired).map(({ rule }) => rule), ...misconceptions]);
}

function allUndone(scenario: PlayedScenario, actions: readonly WorldAction[]): readonly WorldAction[] {
  return [...actions, ...Array<WorldAction>(playIn(scenario, actions).state.past.length).fill(undo)];
}

describe.each(listPlayedScenarios())('the score of $name', (scenario) => {
  const plays = scenario.plays.map(({ actions }) => actions.filter(isPlay));
  const walk = fc.oneof(offeredWalks(scenario), fc.constantFrom(...plays));
  const ids = [...scenario.evidence.rules, ...scenario.evidence.misconceptions].map(({ id }) => id);
  const {
    events,
    both,
    ordered = [],
  }: Lasting = lasting[scenario.name] ?? lasting[scenario.world.id] ?? { events: [], both: [] };
  const atStart = shown(scenario, [done]);

  it('is that of the start when everything is undone, except for facts that undo cannot remove', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const before = shown(scenario, [...actions, done]);
        const after = shown(scenario, [...allUndone(scenario, actions), done]);
        for (const id of ids.filter((each) => !both.includes(each))) {
          const expected = events.includes(id) ? before : atStart;
          expect([id, after.has(id)]).toEqual([id, expected.has(id)]);
        }
      }),
      runs,
    );
  });

  it('keeps each irreversible fact of a play after everything is undone', () => {
    const undone = plays.map((actions) => shown(scenario, [...allUndone(scenario, actions), done]));
    const kept = events.filter((id) => undone.some((after) => after.has(id) !== atStart.has(id)));
    expect(kept).toEqual(events);
  });

  // On a phone one app leads to the other: its network decides what can be sent.
  if (scenario.world.home !== undefined) return;

  it('does not depend on the order in which apps take turns, if both orders are possible', () => {
    const straight = fc
      .oneof(offeredWalks(scenario, 15), fc.constantFrom(...plays))
      .filter((actions) => actions.every(({ type }) => type !== 'undo'));
    fc.assert(
      fc.property(straight, fc.infiniteStream(fc.nat()), (actions, turns) => {
        const mixed = playIn(scenario, takeTurns(actions, turns));
        // Saving an attachment, or following a link of a message, needs that message on the screen.
        fc.pre(mixed.refused.length === 0);
        const unordered = ({ rules, misconceptions }: ReturnType<typeof resultIn>): unknown => ({
          rules: rules.filter(({ rule }) => !ordered.includes(rule)),
          misconceptions,
        });
        const result = resultIn(scenario, mixed);
        expect(unordered(result)).toEqual(unordered(resultIn(scenario, playIn(scenario, actions))));
      }),
      runs,
    );
  });
});

/** The actions of each app in their order, but the apps mixed by chance; the end stays the end. */
function takeTurns(actions: readonly WorldAction[], turns: Iterator<number, undefined>): WorldAction[] {
  const queues = new Map<string, (readonly [number, WorldAction])[]>();
  for (const [index, action] of actions.entries()) {
    const queue = isPlay(action) ? action.app : 'the end';
    queues.set(queue, [...(queues.get(queue) ?? []), [index, action]]);
  }
  const { 'the end': end = [], ...apps } = Object.fromEntries(queues);
  const mixed: (readonly [number, WorldAction])[] = [];
  for (let left = Object.values(apps); left.length > 0; left = left.filter(({ length }) => length > 0)) {
    const turn = turns.next().value ?? 0;
    mixed.push(...(left[turn % left.length]?.splice(0, 1) ?? []));
  }
  return withMovedIds([...mixed, ...end]);
}

/** What an action makes is named after its place in the log (`f1-3`), so names move with the actions. */
function withMovedIds(moved: readonly (readonly [number, WorldAction])[]): WorldAction[] {
  const placeOf = new Map(moved.map(([index], place) => [index + 1, place + 1]));
  return moved.map(
    ([, action]) =>
      JSON.parse(
        JSON.stringify(action).replace(
          /"([a-z])1-(\d+)"/g,
          (_, kind: string, place: string) => `"${kind}1-${placeOf.get(Number(place)) ?? place}"`,
        ),
      ) as WorldAction,
  );
}
