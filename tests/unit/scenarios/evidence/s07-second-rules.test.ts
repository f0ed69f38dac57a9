/** The second version of S07: useless pages cost nothing, any way there counts, trying all does not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { act } from '../../../support/s07.ts';
import { listPlayedScenarios, resultIn } from '../../../support/scene-plays.ts';
import { observeShortPlay } from '../../../support/short-plays.ts';

const scenario = listPlayedScenarios().find(({ name }) => name === 's07-recycling-w2-s2');
if (scenario === undefined) throw new Error('the second version of S07 is not in the content');
const played = scenario;

function fired(...actions: readonly WorldAction[]): string[] {
  return resultIn(played, observeShortPlay(played.evidence.vocabulary, played.world, actions))
    .rules.filter((rule) => rule.fired)
    .map(({ rule }) => rule);
}

const useless = ['p1', 'p2', 'p3', 'p10', 'p11', 'p12', 'p13', 'p14'];
const answer = [act.choose('h3'), act.source('p7'), act.send, act.done];

describe('the way to the current page', () => {
  it('is worth the same after none to six useless pages', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(useless, { maxLength: 6 }), (pages) => {
        expect(fired(...pages.map(act.address), act.address('p9'), act.link('p7'), ...answer)).toEqual([
          'e1',
          'e2',
          'e3',
          'e4',
          'e5',
        ]);
      }),
    );
  });

  it('is no choice of a source after eight useless pages', () => {
    const all = [...useless.map(act.address), act.address('p9'), act.link('p7'), ...answer];
    expect(fired(...all)).toEqual(['e1', 'e3', 'e4', 'e5']);
  });
});

describe('an answer', () => {
  it.each([
    ['another hour of the same page', 'h2', 'p7', []],
    ['the right hour with the section as source', 'h3', 'p9', ['e4']],
    ['the right hour with the current page as source', 'h3', 'p7', ['e3', 'e4']],
  ])('earns by hour and source: %s', (_name, hour, page, expected) => {
    const found = fired(
      act.address('p9'),
      act.link('p7'),
      act.choose(hour),
      act.source(page),
      act.send,
      act.done,
    );
    expect(found.filter((rule) => rule === 'e3' || rule === 'e4')).toEqual(expected);
  });
});
