/** E4 and E5 of S01: keeping a code and not leaving a session open are something one does; doing nothing shows neither. */
import { describe, expect, it } from 'vitest';
import { evaluateScene } from '../../../../scenarios/evidence/evaluate.ts';
import { observePlay } from '../../../../scenarios/evidence/observe-play.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { content } from '../../../support/s02.ts';

const version = { scenario: 's01-first-login', worldVersion: 1, scoringVersion: 1 };
const evidence = content.evidence(version);
const { world } = content.publicScene(version.scenario, version.worldVersion, 1);

const done: WorldAction = { app: 'desk', type: 'done' };
const undo: WorldAction = { app: 'desk', type: 'undo' };
const phone: WorldAction = { app: 'desk', type: 'open-app', target: 'phone' };
const seeCode: WorldAction = { app: 'phone', type: 'open', conversationId: 'c1' };
const toMarc: WorldAction = { app: 'phone', type: 'open', conversationId: 'c2' };
const say = (phraseId: string): WorldAction[] => [
  { app: 'phone', type: 'add-phrase', phraseId },
  { app: 'phone', type: 'send' },
];
const untick: WorldAction = { app: 'sign-in', type: 'keep', on: false };
const signIn: WorldAction = { app: 'sign-in', type: 'sign-in', userName: 'card', password: 'card' };
const card: WorldAction = { app: 'sign-in', type: 'choose-card', cardId: 'k3' };
const code: WorldAction = { app: 'sign-in', type: 'enter-code', code: 'received' };
const signOut: WorldAction = { app: 'sign-in', type: 'sign-out' };
const enter = [signIn, card, code];

function fired(...actions: readonly WorldAction[]): string[] {
  const played = observePlay(evidence.vocabulary, world, actions);
  expect(played.refused).toEqual([]);
  const { state } = played;
  return evaluateScene(evidence, { ...played, world, state, skipped: false })
    .rules.filter((rule) => rule.fired)
    .map(({ rule }) => rule);
}

describe('doing nothing', () => {
  it.each<[string, WorldAction[]]>([
    ['at all', []],
    ['but looking at the phone', [phone]],
    ['but reading Marc’s message', [phone, toMarc]],
    ['but unchecking « Garder ma session ouverte » in front of a closed door', [untick]],
  ])('earns nothing: %s', (_what, actions) => {
    expect(fired(...actions, done)).toEqual([]);
  });
});

describe('e4: the code is given to nobody else', () => {
  it.each<[string, WorldAction[]]>([
    ['a clear no', [phone, toMarc, ...say('p2')]],
    ['sending him to Samir', [phone, toMarc, ...say('p3')]],
    ['putting him off', [phone, toMarc, ...say('p5')]],
    ['the code seen and nothing sent', [phone, seeCode]],
    ['the code taken back and a no', [phone, toMarc, ...say('p4'), undo, undo, ...say('p2')]],
  ])('is earned by %s', (_what, actions) => {
    expect(fired(...actions, done)).toEqual(['e4']);
  });

  it.each<[string, WorldAction[]]>([
    ['given', [phone, toMarc, ...say('p4')]],
    ['given after a no', [phone, toMarc, ...say('p2'), ...say('p4')]],
    ['given before a no', [phone, toMarc, ...say('p4'), ...say('p2')]],
  ])('is not earned when the code was %s', (_what, actions) => {
    expect(fired(...actions, done)).toEqual([]);
  });
});

describe('e5: no session is left open on a shared computer', () => {
  it('is earned by clearing « stay signed in » or by signing out', () => {
    expect(fired(untick, ...enter, done)).toContain('e5');
    expect(fired(...enter, signOut, done)).toContain('e5');
  });

  it('is not earned if the box stays ticked without signing out, or the sign-out is undone', () => {
    expect(fired(...enter, done)).not.toContain('e5');
    expect(fired(...enter, signOut, undo, done)).not.toContain('e5');
  });

  it('is not earned before a session was opened', () => {
    expect(fired(untick, signIn, done)).not.toContain('e5');
    expect(fired(untick, signIn, card, done)).not.toContain('e5');
  });
});
