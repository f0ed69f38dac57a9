/** The second version of S05: order does not matter, and only a warning warns. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { act } from '../../../support/s02.ts';
import { listPlayedScenarios, resultIn } from '../../../support/scene-plays.ts';
import { observeShortPlay } from '../../../support/short-plays.ts';

const scenario = listPlayedScenarios().find(({ name }) => name === 's05-parcel-w2-s1');
if (scenario === undefined) throw new Error('the second version of S05 is not in the content');
const played = scenario;

function fired(...actions: readonly WorldAction[]): string[] {
  return resultIn(played, observeShortPlay(played.evidence.vocabulary, played.world, actions))
    .rules.filter((rule) => rule.fired)
    .map(({ rule }) => rule);
}

const inMail = (type: 'report' | 'delete' | 'keep', messageId: string): WorldAction => ({
  app: 'mail',
  type,
  messageId,
});
const inPhone = (type: 'report' | 'delete', messageId: string): WorldAction => ({
  app: 'phone',
  type,
  messageId,
});
const warnBy = (typed: string): WorldAction[] => [act.compose, act.to('samir'), act.write(typed), act.send];

describe('a danger', () => {
  it.each(['report', 'delete'] as const)('counts in any order of steps: %s and tell', (type) => {
    const blocks = [
      [inMail(type, 'm2')],
      [inPhone(type, 't1')],
      warnBy('une fraude'),
      [inMail('keep', 'm1')],
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(blocks, { minLength: blocks.length }), (order) => {
        expect(fired(...order.flat(), act.done)).toEqual(['e1', 'e2', 'e3', 'e4', 'e5']);
      }),
    );
  });

  it('earns one point for one report in the phone, which holds no other message to report', () => {
    expect(fired(inPhone('report', 't1'), act.done)).toEqual(['e1']);
  });

  it.each(['report', 'delete', 'keep'] as const)(
    'does not count when all messages are treated alike: %s',
    (type) => {
      const mails = ['m1', 'm2', 'm3'].map((id) => inMail(type, id));
      const texts = type === 'keep' ? [] : [inPhone(type, 't1')];
      expect(fired(...mails, ...texts, act.done)).toEqual([]);
    },
  );
});

describe('a note to Samir', () => {
  it.each([
    'Aucune fraude ce matin',
    'pas de virus dans mes messages',
    'Est-ce que le colis est une fraude?',
    'no scam here',
    'is it a scam?',
    'Bonjour Samir',
  ])('is no warning: « %s »', (typed) => {
    expect(fired(...warnBy(typed), act.done)).toEqual([]);
  });

  it.each([
    'C’est une fraude',
    'je pense que c’est pas Joyce qui a écrit ça, c’est louche',
    'ne cliquez pas sur le lien du colis',
    'That parcel text is not legit',
  ])('is a warning: « %s »', (typed) => {
    expect(fired(...warnBy(typed), act.done)).toEqual(['e5']);
  });
});
