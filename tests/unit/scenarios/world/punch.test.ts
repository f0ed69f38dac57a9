/** Punching in, counting shelves and sending the count. */
import { describe, expect, it } from 'vitest';
import { punchFacts } from '../../../../scenarios/apps/punch/facts.ts';
import type { PunchAction, PunchKind } from '../../../../scenarios/world/punch/types.ts';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { punchScene as world } from '../../../support/punch-scene.ts';

const punch = (kind: PunchKind): PunchAction => ({ app: 'punch', type: 'punch', kind });
const again = (choice: 'yes' | 'no'): PunchAction => ({ app: 'punch', type: 'punch-again', choice });
const count: PunchAction = { app: 'punch', type: 'show', page: 'count' };
const unit: PunchAction = { app: 'punch', type: 'choose-unit', unitId: 'u2' };
const send: PunchAction = { app: 'punch', type: 'send' };
const shelf = (shelfId: string): PunchAction => ({ app: 'punch', type: 'open-shelf', shelfId, by: 'scan' });
const enter = (number: string, shelfId = 'h1'): PunchAction => ({
  app: 'punch',
  type: 'count',
  shelfId,
  number,
});
const close: PunchAction = { app: 'punch', type: 'close-shelf' };
const counted: readonly PunchAction[] = [count, shelf('h1'), enter('3'), close, unit];
const wifi: readonly WorldAction[] = [
  { app: 'home', type: 'open-icon', iconId: 'i3' },
  { app: 'home', type: 'open-settings', pageId: 'p2' },
  { app: 'home', type: 'switch', settingId: 's2', on: true },
];

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

function factsAfter(...actions: readonly WorldAction[]): object {
  const placed = actions.map((action, index) => ({ action, epoch: 1, actionSeq: index + 1 }));
  return punchFacts.of({ world, state: after(...actions), actions: placed });
}

describe('punching', () => {
  it('asks before the same is punched a second time', () => {
    expect(after(punch('in'), punch('in')).apps.punch).toMatchObject({ punches: ['in'], asking: 'in' });
    expect(after(punch('in'), punch('in'), again('no')).apps.punch?.punches).toEqual(['in']);
    expect(after(punch('in'), punch('in'), again('yes')).apps.punch?.punches).toEqual(['in', 'in']);
    expect(refusal([punch('in'), punch('in')], punch('out'))).toBe('world.not-on-screen');
    expect(refusal([], again('yes'))).toBe('world.not-on-screen');
    expect(refusal([count], punch('in'))).toBe('world.not-on-screen');
  });
});

describe('counting', () => {
  it('takes the number of the shelf that is open, and an empty one away', () => {
    expect(after(count, shelf('h1'), enter('12')).apps.punch?.counts).toEqual({ h1: '12' });
    expect(after(count, shelf('h1'), enter('12'), enter('')).apps.punch?.counts).toEqual({});
    expect(refusal([count, shelf('h1')], enter('3', 'h2'))).toBe('world.not-on-screen');
    expect(refusal([count], enter('3'))).toBe('world.not-on-screen');
    expect(refusal([count], shelf('h9'))).toBe('world.unknown-target');
    for (const number of ['01', '-1', '3.5', '1000', 'x']) {
      expect(refusal([count, shelf('h1')], enter(number))).toBe('punch.not-a-count');
    }
  });

  it('tells rules whether the boxes were counted, or the pail too', () => {
    expect(factsAfter(count, shelf('h1'), enter('3'))).toMatchObject({
      counts: [{ right: true, all: false }],
    });
    expect(factsAfter(count, shelf('h1'), enter('4'))).toMatchObject({
      counts: [{ right: false, all: true }],
    });
    expect(factsAfter(count, shelf('h1'), enter('2'))).toMatchObject({
      counts: [{ right: false, all: false }],
    });
  });
});

describe('sending', () => {
  it('needs a number and a unit, and something that has not arrived', () => {
    expect(refusal([count], send)).toBe('punch.not-ready');
    expect(refusal([count, shelf('h1'), enter('3'), close], send)).toBe('punch.not-ready');
    expect(refusal([...wifi, ...counted, send], send)).toBe('punch.not-ready');
  });

  it('stays on the phone with a weak signal until a later try', () => {
    expect(after(...counted, send).apps.punch).toMatchObject({ tries: 1, received: null });
    expect(after(...counted, send, send).apps.punch).toMatchObject({
      tries: 0,
      received: { counts: { h1: '3' }, unit: 'u2' },
    });
    expect(factsAfter(...counted, send)).toMatchObject({ sent: false, tries: [6n], received: 0n });
    expect(factsAfter(...counted, send, send)).toMatchObject({ sent: true, tries: [6n, 7n], received: 1n });
  });

  it('passes at once with a good signal, and never without one', () => {
    expect(factsAfter(...wifi, ...counted, send)).toMatchObject({ sent: true });
    const plane: WorldAction = { app: 'home', type: 'switch', settingId: 's1', on: true };
    const off = [...wifi.slice(0, 2), plane, ...counted, send, send, send, send];
    expect(factsAfter(...off)).toMatchObject({ sent: false, received: 0n });
  });

  it('is no longer whole once a number was changed', () => {
    const changed = [...wifi, ...counted, send, shelf('h1'), enter('5'), close];
    expect(factsAfter(...changed)).toMatchObject({ sent: false, received: 1n });
    expect(factsAfter(...changed, send)).toMatchObject({ sent: true });
  });
});
