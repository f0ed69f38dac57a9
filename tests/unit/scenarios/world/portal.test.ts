/** The browser of a phone with its pay portal. */
import { describe, expect, it } from 'vitest';
import { portalFacts } from '../../../../scenarios/apps/portal/facts.ts';
import type { PortalAction, PortalVia } from '../../../../scenarios/world/portal/types.ts';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { portalScene as world } from '../../../support/portal-scene.ts';

const open = (pageId: string, via: PortalVia = 'favourite'): PortalAction => ({
  app: 'portal',
  type: 'open',
  pageId,
  via,
});
const favourites: PortalAction = { app: 'portal', type: 'favourites' };
const signIn: PortalAction = { app: 'portal', type: 'sign-in' };
const closeStub: PortalAction = { app: 'portal', type: 'close-stub' };
const stub = (stubId: string): PortalAction => ({ app: 'portal', type: 'open-stub', stubId });
const mark = (lineId: string, markId = 'k1', type: 'mark' | 'unmark' = 'mark'): PortalAction => ({
  app: 'portal',
  type,
  lineId,
  markId,
});
const give = (pageId: string): PortalAction => ({ app: 'portal', type: 'give', pageId });
const read: WorldAction = { app: 'phone', type: 'open', conversationId: 'c1' };
const atStub: readonly PortalAction[] = [open('w1'), signIn, stub('s1')];

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
  return portalFacts.of({ world, state: after(...actions), actions: placed });
}

describe('a page', () => {
  it('opens from the favourites, by its address, or by the link of a message that is open', () => {
    expect(after(open('w2')).apps.portal?.page).toBe('w2');
    expect(after(open('w3', 'address')).apps.portal?.page).toBe('w3');
    expect(after(read, open('w3', 'message')).apps.portal?.page).toBe('w3');
    expect(refusal([], open('w3'))).toBe('world.not-on-screen');
    expect(refusal([open('w1')], open('w2'))).toBe('world.not-on-screen');
    expect(refusal([], open('w3', 'message'))).toBe('world.not-on-screen');
    expect(refusal([], open('w9', 'address'))).toBe('world.unknown-target');
  });

  it('comes to the front when a link of a message opens it', () => {
    expect(after(read, open('w3', 'message')).apps.active).toBe('portal');
    expect(after(open('w1')).apps.active).toBe('home');
  });

  it('closes to the favourites', () => {
    expect(after(open('w2'), favourites).apps.portal?.page).toBeNull();
    expect(refusal([], favourites)).toBe('world.not-on-screen');
  });

  it('gets what it asks for once, and rules see it although it is undone', () => {
    const given = [open('w3', 'address'), give('w3')];
    expect(after(...given).apps.portal?.given).toEqual(['w3']);
    expect(refusal(given, give('w3'))).toBe('world.not-on-screen');
    expect(refusal([], give('w3'))).toBe('world.not-on-screen');
    expect(refusal([open('w2')], give('w2'))).toBe('world.unknown-target');
    expect(factsAfter(...given, { app: 'desk', type: 'undo' })).toMatchObject({ given: ['w3'] });
  });
});

describe('the pay portal', () => {
  it('shows its stubs after signing in, and stays signed in', () => {
    expect(refusal([], signIn)).toBe('world.not-on-screen');
    expect(refusal([open('w2')], signIn)).toBe('world.not-on-screen');
    expect(refusal([open('w1')], stub('s1'))).toBe('world.not-on-screen');
    expect(refusal([open('w1'), signIn], stub('s9'))).toBe('world.unknown-target');
    expect(refusal([open('w1'), signIn], signIn)).toBe('world.not-on-screen');
    expect(after(open('w1'), signIn, favourites, open('w1'), stub('s2')).apps.portal?.stub).toBe('s2');
    expect(refusal(atStub, stub('s2'))).toBe('world.not-on-screen');
    expect(after(...atStub, closeStub).apps.portal?.stub).toBeNull();
    expect(refusal([open('w1'), signIn], closeStub)).toBe('world.not-on-screen');
  });

  it('takes one line for each marker, of the stub that is open', () => {
    expect(after(...atStub, mark('l1')).apps.portal?.marks).toEqual({ k1: 'l1' });
    expect(after(...atStub, mark('l1'), mark('l2'), mark('l2', 'k2')).apps.portal?.marks).toEqual({
      k1: 'l2',
      k2: 'l2',
    });
    expect(after(...atStub, mark('l1'), mark('l1', 'k1', 'unmark')).apps.portal?.marks).toEqual({});
    expect(refusal([...atStub, mark('l1')], mark('l1'))).toBe('world.not-on-screen');
    expect(refusal(atStub, mark('l1', 'k1', 'unmark'))).toBe('world.not-on-screen');
    expect(refusal(atStub, mark('l4'))).toBe('world.not-on-screen');
    expect(refusal([...atStub, closeStub], mark('l1'))).toBe('world.not-on-screen');
    expect(refusal(atStub, mark('l1', 'k9'))).toBe('world.unknown-target');
  });

  it('tells rules which pages and stubs were opened, how, and what is marked', () => {
    expect(factsAfter(...atStub, mark('l2'), closeStub, favourites, open('w3', 'address'))).toEqual(
      expect.objectContaining({
        opened: [
          expect.objectContaining({ page: 'w1', via: 'favourite', at: 1n }),
          expect.objectContaining({ page: 'w3', via: 'address', at: 7n }),
        ],
        signedIn: true,
        stubs: ['s1'],
        marks: [expect.objectContaining({ mark: 'k1', line: 'l2' })],
        given: [],
      }),
    );
  });
});
