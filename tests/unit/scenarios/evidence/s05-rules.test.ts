/** The first version of S05: what earns points and what does not; tactics that do not pay; warnings as people write them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { listPlayedScenarios, resultIn } from '../../../support/scene-plays.ts';
import { observeShortPlay } from '../../../support/short-plays.ts';
import { act } from '../../../support/s02.ts';

const scenario = listPlayedScenarios().find(({ name }) => name === 's05-parcel-w1-s1');
if (scenario === undefined) throw new Error('S05 is not in the content');
const played = scenario;

function result(...actions: readonly WorldAction[]) {
  return resultIn(played, observeShortPlay(played.evidence.vocabulary, played.world, actions));
}
function fired(...actions: readonly WorldAction[]): string[] {
  return result(...actions)
    .rules.filter((rule) => rule.fired)
    .map(({ rule }) => rule);
}
function points(...actions: readonly WorldAction[]): number[] {
  return result(...actions).items.map((item) => item.points);
}

const report = (messageId: string): WorldAction => ({ app: 'mail', type: 'report', messageId });
const keep = (messageId: string): WorldAction => ({ app: 'mail', type: 'keep', messageId });
const reportText: WorldAction = { app: 'phone', type: 'report', messageId: 't1' };
const submit = (...fields: readonly string[]): WorldAction => ({
  app: 'browser',
  type: 'submit-data',
  pageId: 'w2',
  blockId: 'e1',
  fields,
});
const warnBy = (typed: string): WorldAction[] => [act.compose, act.to('samir'), act.write(typed), act.send];

describe('reporting or ignoring every message', () => {
  it('earns 3 of 4 for report-all, 2 of 4 for ignore-all; the correct way earns 4 and the warning', () => {
    expect(points(report('m1'), report('m2'), report('m3'), reportText, act.done)).toEqual([3, 0]);
    expect(points(act.open('m1'), act.done)).toEqual([2, 0]);
    expect(points(report('m2'), reportText, ...warnBy('C’est une fraude'), act.done)).toEqual([4, 1]);
  });

  it('earns less for deleting everything than for ignoring everything', () => {
    const remove = (messageId: string): WorldAction => ({ app: 'mail', type: 'delete', messageId });
    expect(points(remove('m1'), remove('m2'), remove('m3'), act.done)).toEqual([1, 0]);
  });
});

describe('data entered on a phishing page', () => {
  it('counts as soon as it is sent: undo does not take it back', () => {
    expect(fired(submit('i1'), act.undo, act.done)).not.toContain('e4');
    expect(result(submit('i1'), act.undo, act.done).misconceptions).toContain('enters-data');
  });

  it('does not count if nothing was filled in, or on a genuine page', () => {
    expect(fired(submit(), act.done)).toContain('e4');
    expect(fired({ ...act.open('m1') }, act.done)).toContain('e4');
  });

  it('leaves no trace of the typed text: the action contains only names of boxes', () => {
    const { actions } = observeShortPlay(played.evidence.vocabulary, played.world, [submit('i1', 'i3')]);
    expect(actions.at(-1)?.action).toEqual(submit('i1', 'i3'));
  });
});

describe('everything except entered data', () => {
  it.each([
    ['a report', [report('m3'), act.undo, report('m2'), reportText]],
    ['a report put back by hand', [report('m3'), keep('m3'), report('m2'), reportText]],
  ])('is judged by the final state: %s, then corrected, is success', (_name, actions) => {
    expect(fired(...actions, act.done)).toEqual(['e1', 'e2', 'e3', 'e4']);
  });

  it('gives the same points in any order', () => {
    const blocks = [
      [report('m2')],
      [reportText],
      [keep('m1')],
      warnBy('Attention, message louche'),
      [keep('m3')],
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(blocks, { minLength: blocks.length }), (order) => {
        expect(points(...order.flat(), act.done)).toEqual([4, 1]);
      }),
    );
  });
});

describe('a warning', () => {
  it.each([
    'Bonjour Samir, j’ai reçu un message dangereux.',
    'attention ya un colis louche',
    'Le courriel de Joyce est faux',
    'je pense que cest une arnaque',
    'jai recu de lhameconage',
    'cliquez pas sur le lien du colis',
    'C’est du pourriel',
    'le message est bizare, fais attention',
    'There is a scam in my inbox',
    'be careful with the parcel text',
    'this email looks fishy',
  ])('is recognised in « %s »', (text) => {
    expect(fired(...warnBy(text), act.done)).toContain('e5');
  });

  it.each(['Bonjour Samir', 'Merci!', 'Tout est beau', 'rien de dangereux', 'no danger here', ''])(
    'is not recognised in « %s »',
    (text) => {
      expect(fired(...warnBy(text), act.done)).not.toContain('e5');
    },
  );

  it('counts for the team and by text message, not for the supplier or the fraudster', () => {
    const to = (contact: string): WorldAction[] => [act.compose, act.to(contact), act.phrase('p3'), act.send];
    expect(fired(...to('team'), act.done)).toContain('e5');
    expect(fired(...to('c6'), act.done)).not.toContain('e5');
    expect(fired(...to('c5'), act.done)).not.toContain('e5');
    const text: WorldAction[] = [
      { app: 'phone', type: 'open', conversationId: 'k2' },
      { app: 'phone', type: 'add-phrase', phraseId: 'q2' },
      { app: 'phone', type: 'send' },
    ];
    expect(fired(...text, act.done)).toContain('e5');
  });

  it('does not count while the phishing link is included, and counts again when that is undone', () => {
    const forward = [act.forward('m2'), act.to('samir'), act.phrase('p3'), act.send];
    expect(fired(...forward, ...warnBy('Une fraude'), act.done)).not.toContain('e5');
    expect(fired(...forward, act.undo, act.leave, ...warnBy('Une fraude'), act.done)).toContain('e5');
    expect(fired(...warnBy('Danger https://suivi-colis.example/frais'), act.done)).not.toContain('e5');
  });
});
