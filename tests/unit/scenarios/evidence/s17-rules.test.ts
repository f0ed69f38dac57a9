/** S17: a text that imitates the pay service and its harmless twin are told apart by what is done with them. */
import { describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { listPlayedScenarios, playIn, resultIn } from '../../../support/scene-plays.ts';

const scenario = listPlayedScenarios().find(({ world }) => world.id === 's17-pay-stub');
if (scenario === undefined) throw new Error('S17 is not in the content');
const played = scenario;

const conversation = (conversationId: string): WorldAction => ({
  app: 'phone',
  type: 'open',
  conversationId,
});
const onText = (type: 'report' | 'delete', messageId: string): WorldAction => ({
  app: 'phone',
  type,
  messageId,
});
const follow = (pageId: string): WorldAction => ({ app: 'portal', type: 'open', pageId, via: 'message' });
const favourites: WorldAction = { app: 'portal', type: 'favourites' };
const openStub: readonly WorldAction[] = [
  { app: 'portal', type: 'open', pageId: 'w1', via: 'favourite' },
  { app: 'portal', type: 'sign-in' },
  { app: 'portal', type: 'open-stub', stubId: 's1' },
];
const mark = (lineId: string, markId: string): WorldAction => ({
  app: 'portal',
  type: 'mark',
  lineId,
  markId,
});
const openOlder: WorldAction = { app: 'portal', type: 'open-stub', stubId: 's2' };
const readStub: readonly WorldAction[] = [...openStub, mark('l5', 'r1')];
const tellJoyce: readonly WorldAction[] = [
  conversation('c3'),
  { app: 'phone', type: 'add-phrase', phraseId: 'q3' },
  { app: 'phone', type: 'send' },
];

function isSafe(...actions: readonly WorldAction[]): boolean {
  const { rules } = resultIn(played, playIn(played, [...actions, { app: 'desk', type: 'done' }]));
  return rules.some(({ rule, fired }) => rule === 'e4' && fired);
}

describe('two texts with a link', () => {
  it('may both be left alone: the stub is read by the portal', () => {
    expect(isSafe(...readStub)).toBe(true);
  });

  it.each(['report', 'delete'] as const)('earn nothing if both are treated alike: %s', (type) => {
    const danger = [conversation('c1'), onText(type, 't1')];
    expect(isSafe(...danger, ...readStub)).toBe(true);
    expect(isSafe(...danger, conversation('c2'), onText(type, 't2'), ...readStub)).toBe(false);
  });

  it('earn nothing if both links are followed', () => {
    const harmless = [conversation('c2'), follow('w2'), favourites];
    expect(isSafe(...harmless, ...readStub)).toBe(true);
    expect(isSafe(...harmless, conversation('c1'), follow('w3'), favourites, ...readStub)).toBe(false);
  });
});

describe('the way to the stub', () => {
  it.each([
    ['gross pay', [mark('l1', 'r1')]],
    ['another day', [mark('l7', 'r3')]],
    ['a line of the older stub', [{ app: 'portal', type: 'close-stub' }, openOlder, mark('l21', 'r1')]],
  ] as const)('is safe whatever was understood of the stub: %s', (_what, marks) => {
    expect(isSafe(...openStub, ...marks)).toBe(true);
  });

  it('is safe for who reads the stub and tells Joyce without a marker', () => {
    expect(isSafe(...openStub, ...tellJoyce)).toBe(true);
  });

  it('is not shown by a stub that was only opened, a text alone, or markers heaped on one line', () => {
    expect(isSafe(...openStub)).toBe(false);
    expect(isSafe(...tellJoyce)).toBe(false);
    expect(isSafe(...openStub, mark('l1', 'r1'), mark('l1', 'r2'))).toBe(false);
  });
});
