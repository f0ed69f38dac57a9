/** The home screen of a phone: icons, notices, settings, and the app in front. */
import { describe, expect, it } from 'vitest';
import { homeFacts } from '../../../../scenarios/apps/home/facts.ts';
import { signalOf } from '../../../../scenarios/world/home/shown.ts';
import type { HomeAction } from '../../../../scenarios/world/home/types.ts';
import { acts, startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { punchScene as world } from '../../../support/punch-scene.ts';

const icon = (iconId: string): HomeAction => ({ app: 'home', type: 'open-icon', iconId });
const answer = (answerId: string): HomeAction => ({
  app: 'home',
  type: 'answer-notice',
  noticeId: 'n2',
  answerId,
});
const flip = (settingId: string, on: boolean): HomeAction => ({ app: 'home', type: 'switch', settingId, on });
const network: readonly WorldAction[] = [icon('i3'), { app: 'home', type: 'open-settings', pageId: 'p2' }];
const goHome: WorldAction = { app: 'desk', type: 'open-app', target: 'home' };
const leave: WorldAction = { app: 'home', type: 'leave' };
const back: WorldAction = { app: 'home', type: 'back' };

function after(...actions: readonly WorldAction[]): SceneState {
  return actions.reduce((state, action, index) => {
    const next = step(world, state, action, { epoch: 1, actionSeq: index + 1 });
    if (!next.ok) throw new Error(`${action.type}: ${next.code}`);
    return next.state;
  }, startScene(world));
}

function refusal(before: readonly WorldAction[], action: WorldAction): string | null {
  const next = step(world, after(...before), action, { epoch: 1, actionSeq: 99 });
  return next.ok ? null : next.code;
}

function signalAfter(...actions: readonly WorldAction[]): string {
  const { home } = after(...actions).apps;
  return world.home && home ? signalOf(world.home, home) : '';
}

describe('the home screen', () => {
  it('shows a page of an icon, and goes back to the icons', () => {
    expect(after(icon('i1')).apps.home).toMatchObject({ open: 'i1' });
    expect(after(icon('i1'), back).apps.home).toMatchObject({ open: null });
    expect(refusal([icon('i1')], icon('i2'))).toBe('world.not-on-screen');
    expect(refusal([], icon('i9'))).toBe('world.unknown-target');
    expect(refusal([], back)).toBe('world.not-on-screen');
  });

  it('asks before an app opens, until the notice is answered', () => {
    expect(after(icon('i2')).apps).toMatchObject({ active: 'home', home: { asking: 'n2' } });
    expect(after(icon('i2'), answer('a2')).apps).toMatchObject({ active: 'punch', home: { asking: null } });
    expect(after(icon('i2'), answer('a1')).apps).toMatchObject({ active: 'home', home: { asking: null } });
    expect(after(icon('i2'), answer('a1'), icon('i2')).apps.active).toBe('punch');
    expect(refusal([], answer('a2'))).toBe('world.not-on-screen');
    expect(refusal([icon('i2')], answer('a9'))).toBe('world.unknown-target');
  });

  it('asks again if the notice was left unanswered', () => {
    expect(after(icon('i2'), leave).apps).toMatchObject({ active: 'home', home: { asking: null } });
    expect(after(icon('i2'), leave, icon('i2')).apps.home?.asking).toBe('n2');
  });

  it('opens what a listed notice is about, once', () => {
    const open: HomeAction = { app: 'home', type: 'open-notice', noticeId: 'n1' };
    expect(after(open).apps.home).toMatchObject({ open: 'i1', seen: ['n1'] });
    expect(refusal([open, leave], open)).toBe('world.not-on-screen');
  });

  it('is the only app that is one press away: icons open the others', () => {
    expect(refusal([], { app: 'desk', type: 'open-app', target: 'punch' })).toBe('world.not-on-screen');
    const state = after(icon('i2'), answer('a2'));
    expect(acts(world, state).filter(({ type }) => type === 'open-app')).toEqual([goHome]);
    expect(after(icon('i2'), answer('a2'), goHome).apps.active).toBe('home');
  });

  it('takes back by undo that an app came to the front', () => {
    const undo: WorldAction = { app: 'desk', type: 'undo' };
    expect(after(icon('i2'), answer('a2'), undo).apps).toMatchObject({
      active: 'home',
      home: { asking: 'n2', answers: {} },
    });
  });
});

describe('the settings', () => {
  it('are a tree, walked down and back up', () => {
    expect(after(...network).apps.home).toMatchObject({ open: 'i3', path: ['p2'] });
    expect(after(...network, back).apps.home).toMatchObject({ open: 'i3', path: [] });
    expect(after(...network, leave).apps.home).toMatchObject({ open: null, path: [] });
    expect(refusal([icon('i3')], flip('s2', true))).toBe('world.not-on-screen');
    expect(refusal(network, flip('s9', true))).toBe('world.unknown-target');
    expect(refusal(network, flip('s2', false))).toBe('world.not-on-screen');
  });

  it('decide the signal by the first rule that holds', () => {
    expect(signalAfter()).toBe('weak');
    expect(signalAfter(...network, flip('s1', true))).toBe('none');
    expect(signalAfter(...network, flip('s1', true), flip('s2', true))).toBe('good');
  });
});

it('tells rules which icons were opened after how many unrelated ones', () => {
  const actions = [icon('i1'), leave, ...network, leave, icon('i2'), answer('a2')].map((action, index) => ({
    action,
    epoch: 1,
    actionSeq: index + 1,
  }));
  const facts = homeFacts.of({ world, state: after(...actions.map(({ action }) => action)), actions });
  expect(facts).toMatchObject({
    opened: [
      { id: 'i1', others: 0n },
      { id: 'i3', others: 1n },
      { id: 'i2', others: 1n },
    ],
    answers: [{ notice: 'n2', answer: 'a2' }],
    pages: ['p2'],
    signal: 'weak',
  });
});
