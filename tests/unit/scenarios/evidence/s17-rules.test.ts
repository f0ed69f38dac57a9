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
const readStub: readonly WorldAction[] = [
  { app: 'portal', type: 'open', pageId: 'w1', via: 'favourite' },
  { app: 'portal', type: 'sign-in' },
  { app: 'portal', type: 'open-stub', stubId: 's1' },
  { app: 'portal', type: 'mark', lineId: 'l5', markId: 'r1' },
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
