/** S07 for tests: loaded once, with short forms of actions and of evidence. */
import { evaluateScene } from '../../scenarios/evidence/evaluate.ts';
import type { ObservedPlay } from '../../scenarios/evidence/observe-play.ts';
import type { SceneResult } from '../../scenarios/kit/log.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import { content } from './s02.ts';
import { observeShortPlay } from './short-plays.ts';

const evidence = content.evidence({
  scenario: 's07-recycling',
  worldVersion: 1,
  scoringVersion: 1,
});
export const { world } = content.publicScene('s07-recycling', 1, 1);

/** World and texts of each variant. */
export const variants = [0, 1, 2, 3].map((seed) => content.publicScene('s07-recycling', 1, seed));

/** Short forms of actions. */
export const act = {
  search: (typed: string): WorldAction => ({ app: 'browser', type: 'search', typed }),
  result: (pageId: string, rank = 3): WorldAction => ({
    app: 'browser',
    type: 'open',
    via: 'result',
    pageId,
    rank,
  }),
  link: (pageId: string): WorldAction => ({
    app: 'browser',
    type: 'open',
    via: 'link',
    rank: 0,
    pageId,
  }),
  address: (pageId: string): WorldAction => ({
    app: 'browser',
    type: 'open',
    via: 'address',
    rank: 0,
    pageId,
  }),
  inTab: (pageId: string): WorldAction => ({
    app: 'browser',
    type: 'open-in-new-tab',
    via: 'result',
    rank: 3,
    pageId,
  }),
  tab: (tabId: string): WorldAction => ({ app: 'browser', type: 'select-tab', tabId }),
  back: { app: 'browser', type: 'back' },
  newTab: { app: 'browser', type: 'new-tab' },
  found: (found: boolean): WorldAction => ({ app: 'browser', type: 'find-in-page', found }),
  choose: (choiceId: string): WorldAction => ({ app: 'browser', type: 'note-choose', choiceId }),
  source: (pageId: string): WorldAction => ({ app: 'browser', type: 'note-source', pageId }),
  send: { app: 'browser', type: 'note-send' },
  undo: { app: 'desk', type: 'undo' },
  done: { app: 'desk', type: 'done' },
} as const satisfies Record<string, WorldAction | ((...args: never[]) => WorldAction)>;

/** Plays actions with the presses that lead to them. */
function play(...actions: readonly WorldAction[]): ObservedPlay {
  return observeShortPlay(evidence.vocabulary, world, actions);
}

function resultOf({ state, actions }: ObservedPlay): SceneResult {
  return evaluateScene(evidence, { world, state, actions, skipped: state.ended === 'skipped' });
}

/** Ids of the rules that fired, in order. */
export function fired(...actions: readonly WorldAction[]): string[] {
  return resultOf(play(...actions))
    .rules.filter((rule) => rule.fired)
    .map(({ rule }) => rule);
}

export function misconceptions(...actions: readonly WorldAction[]): readonly string[] {
  return resultOf(play(...actions)).misconceptions;
}
