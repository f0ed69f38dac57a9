/** The code reader of a phone, the banner of the site that it leads to, and settings that can be searched. */
import { describe, expect, it } from 'vitest';
import { browserFacts } from '../../../../scenarios/apps/browser/facts.ts';
import { homeFacts } from '../../../../scenarios/apps/home/facts.ts';
import { scanFacts } from '../../../../scenarios/apps/scan/facts.ts';
import type { AppFacts } from '../../../../scenarios/kit/app.ts';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { scanScene as world } from '../../../support/scan-scene.ts';

const scan = (type: 'start' | 'allow' | 'refuse' | 'stop' | 'cancel'): WorldAction => ({ app: 'scan', type });
const onCode = (type: 'read' | 'enter' | 'open', codeId: string): WorldAction => ({
  app: 'scan',
  type,
  codeId,
});
const browse = (pageId: string): WorldAction => ({
  app: 'browser',
  type: 'open',
  pageId,
  via: 'code',
  rank: 0,
});
const cookies = (
  type: 'accept-cookies' | 'refuse-cookies' | 'review-cookies',
  pageId = 'w1',
): WorldAction => ({
  app: 'browser',
  type,
  pageId,
});
const choose = (...allowed: readonly string[]): WorldAction => ({
  app: 'browser',
  type: 'choose-cookies',
  pageId: 'w1',
  allowed,
});
const settings: WorldAction = { app: 'home', type: 'open-icon', iconId: 'i2' };
const find = (pageId: string): WorldAction => ({ app: 'home', type: 'find-settings', pageId });
const follow = (pageId: string): WorldAction => ({ app: 'home', type: 'open-settings', pageId });
const back: WorldAction = { app: 'home', type: 'back' };

const withCamera = [scan('start'), scan('allow')];
const atMenu = [...withCamera, onCode('read', 'k2'), onCode('open', 'k2'), browse('w1')];

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

function factsAfter(facts: AppFacts, ...actions: readonly WorldAction[]): object {
  const placed = actions.map((action, index) => ({ action, epoch: 1, actionSeq: index + 1 }));
  return facts.of({ world, state: after(...actions), actions: placed });
}

describe('the camera of the reader', () => {
  it('is asked for when it is opened, and not before', () => {
    expect(after().apps.scan).toMatchObject({ camera: 'unasked', asking: false });
    expect(after(scan('start')).apps.scan).toMatchObject({ asking: true, isOn: false });
    expect(refusal([], scan('allow'))).toBe('world.not-on-screen');
  });

  it('stays allowed, and is asked for again once it was refused', () => {
    expect(after(...withCamera, scan('stop'), scan('start')).apps.scan).toMatchObject({
      asking: false,
      isOn: true,
    });
    expect(after(scan('start'), scan('refuse'), scan('start')).apps.scan).toMatchObject({
      camera: 'denied',
      asking: true,
    });
  });

  it('reads no code while it is closed or the phone asks', () => {
    expect(refusal([], onCode('read', 'k2'))).toBe('world.not-on-screen');
    expect(refusal([scan('start')], onCode('read', 'k2'))).toBe('world.not-on-screen');
    expect(refusal([scan('start')], onCode('enter', 'k2'))).toBe('world.not-on-screen');
    expect(refusal(withCamera, onCode('read', 'k9'))).toBe('world.unknown-target');
  });
});

describe('a code', () => {
  it('shows its address first, whether it is read or typed', () => {
    expect(after(...withCamera, onCode('read', 'k1')).apps.scan).toMatchObject({ read: 'k1', opened: [] });
    expect(after(onCode('enter', 'k2')).apps.scan).toMatchObject({ camera: 'unasked', read: 'k2' });
    expect(refusal([onCode('enter', 'k2')], onCode('open', 'k1'))).toBe('world.not-on-screen');
  });

  it('leads to its page only after its address was opened', () => {
    expect(refusal([...withCamera, onCode('read', 'k2')], browse('w1'))).toBe('world.not-on-screen');
    expect(refusal([onCode('enter', 'k2'), scan('cancel')], browse('w1'))).toBe('world.not-on-screen');
    expect(after(...withCamera, onCode('read', 'k2'), onCode('open', 'k2')).apps.active).toBe('browser');
    expect(refusal(atMenu.slice(0, -1), browse('w2'))).toBe('world.not-on-screen');
  });

  it('is a fact with the way it was read, also if it is undone', () => {
    const undo: WorldAction = { app: 'desk', type: 'undo' };
    expect(factsAfter(scanFacts, onCode('enter', 'k2'), onCode('open', 'k2'), undo)).toMatchObject({
      camera: 'unasked',
      read: [{ code: 'k2', by: 'typed', at: 1n }],
      opened: ['k2'],
    });
    expect(factsAfter(scanFacts, ...withCamera, onCode('read', 'k1'), scan('cancel'))).toMatchObject({
      camera: 'allowed',
      read: [{ code: 'k1', by: 'camera', at: 3n }],
      opened: [],
    });
  });
});

describe('the banner of a site', () => {
  it('takes one answer, and asks again when the answer is to be changed', () => {
    expect(after(...atMenu, cookies('refuse-cookies')).apps.browser?.cookies).toEqual({ w1: [] });
    expect(after(...atMenu, cookies('accept-cookies')).apps.browser?.cookies).toEqual({ w1: ['u1', 'u2'] });
    expect(after(...atMenu, choose('u2')).apps.browser?.cookies).toEqual({ w1: ['u2'] });
    expect(refusal([...atMenu, choose()], cookies('accept-cookies'))).toBe('world.not-on-screen');
    expect(refusal(atMenu, cookies('review-cookies'))).toBe('world.not-on-screen');
    const changed = after(...atMenu, cookies('accept-cookies'), cookies('review-cookies'));
    expect(changed.apps.browser?.cookies).toEqual({});
  });

  it('is answered only on its page, for purposes that it has', () => {
    expect(refusal([], cookies('refuse-cookies'))).toBe('world.not-on-screen');
    expect(refusal(atMenu, cookies('refuse-cookies', 'w2'))).toBe('world.unknown-target');
    expect(refusal(atMenu, choose('u9'))).toBe('world.unknown-target');
  });

  it('is a fact with what is allowed at the end', () => {
    expect(factsAfter(browserFacts, ...atMenu)).toMatchObject({ cookies: [] });
    expect(factsAfter(browserFacts, ...atMenu, choose('u1'))).toMatchObject({
      visits: [{ page: 'w1', via: 'code' }],
      cookies: [{ page: 'w1', allowed: ['u1'] }],
    });
  });
});

describe('settings with a search', () => {
  it('open a page from the top, and lead back to the top', () => {
    expect(after(settings, find('p3')).apps.home?.path).toEqual(['p3']);
    expect(after(settings, find('p3'), back).apps.home?.path).toEqual([]);
    expect(refusal([], find('p3'))).toBe('world.not-on-screen');
    expect(refusal([settings, follow('p2')], find('p3'))).toBe('world.not-on-screen');
    expect(refusal([settings], find('p1'))).toBe('world.not-on-screen');
    expect(refusal([settings], find('p9'))).toBe('world.unknown-target');
  });

  it('offer none where the scene has no search', () => {
    const home = Object.fromEntries(
      Object.entries(world.home ?? {}).filter(([name]) => name !== 'settingsSearch'),
    );
    const without = { ...world, home } as typeof world;
    const opened = step(without, startScene(without), settings, { epoch: 1, actionSeq: 1 });
    if (!opened.ok) throw new Error(opened.code);
    const next = step(without, opened.state, find('p3'), { epoch: 1, actionSeq: 2 });
    expect(next).toMatchObject({ ok: false, code: 'world.not-on-screen' });
  });

  it('tell by which way a page was found', () => {
    expect(factsAfter(homeFacts, settings, follow('p2'), back, find('p3'))).toMatchObject({
      pages: ['p2', 'p3'],
      found: [
        { page: 'p2', by: 'path', at: 2n },
        { page: 'p3', by: 'search', at: 4n },
      ],
    });
  });
});
