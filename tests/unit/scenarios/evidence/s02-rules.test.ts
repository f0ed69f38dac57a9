/** Each evidence rule of S02: the right ways, the usual slips, self-correction and undo. */
import { describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { act, fired, misconceptions, play, points, resultOf } from '../../../support/s02.ts';

const reply = (...texts: readonly string[]): WorldAction[] =>
  texts.flatMap((text) => [act.open('m5'), act.reply('m5'), act.write(text), act.send]);
const choose = (...ids: readonly string[]): WorldAction[] => [
  act.open('m5'),
  act.reply('m5'),
  ...ids.map((id) => act.phrase(id)),
  act.send,
];
const all = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6'];

describe('each correct way to play', () => {
  it.each([
    ['ready-made sentences', choose('p1', 'p3', 'p6')],
    ['typed in French', reply('Bonjour Nadia, oui, je peux. J’arrive à 17 h. Merci!')],
    ['typed with many slips', reply('allo nadya ouai jpeu vnir a 5h mersi')],
    ['typed in English', reply('Hi Nadia, yes I can. At 5 p.m. Thanks')],
    ['typed in both languages', reply('Hi, oui chu dispo, 5pm')],
    ['a no with another time, by ready-made sentences', choose('p2', 'p4', 'p9')],
    ['a no with another time, typed', reply('Salut, je peux pas jeudi mais je peux vendredi à 17h')],
    ['sentences and typing together', [...choose('p3').slice(0, -1), act.write('vers 5h, merci'), act.send]],
    ['two messages that complete each other', reply('Oui', 'à 17h. Merci')],
    [
      'a follow-up to one’s own message',
      [...reply('Oui merci'), act.reply('d1-2'), act.write('à 17 h'), act.send],
    ],
  ])('%s earn all points, whether the file is saved before or after', (_name, answer) => {
    expect(fired(...answer, act.save('training'), act.done)).toEqual(all);
    expect(points(act.save('training'), ...answer.map(shiftOwn), act.done)).toEqual({
      's02-com': 4,
      's02-out': 2,
    });
    expect(misconceptions(...answer, act.save('training'), act.done)).toEqual([]);
  });
});

/** Ids of sent messages have the number of the action that began them, which is one higher after a save. */
function shiftOwn(action: WorldAction): WorldAction {
  return action.app === 'mail' && action.type === 'reply' && action.messageId === 'd1-2'
    ? { ...action, messageId: 'd1-3' }
    : action;
}

describe('e1: replies to the right message, to Nadia only', () => {
  const body = [act.phrase('p3'), act.phrase('p6'), act.send];

  it.each([
    [
      'reply-all taken back by undo',
      [act.replyAll('m5'), ...body, act.undo, act.leave, act.reply('m5'), ...body],
    ],
    [
      'reply-all with the others taken off',
      [act.replyAll('m5'), act.notTo('joyce'), act.notTo('marc'), ...body],
    ],
    [
      'a harmless lunch reply-all beside it',
      [act.reply('m5'), ...body, act.replyAll('m4'), act.write('Miam'), act.send],
    ],
    ['an added address taken off again', [act.reply('m5'), act.to('samir'), act.notTo('samir'), ...body]],
  ])('is earned by a reply, %s', (_name, actions) => {
    expect(fired(act.open('m5'), ...actions, act.done)).toContain('e1');
    expect(misconceptions(act.open('m5'), ...actions, act.done)).not.toContain('answers-everyone');
  });

  it.each([
    ['reply-all', [act.replyAll('m5'), ...body], 'answers-everyone'],
    [
      'reply-all left beside a right reply',
      [act.replyAll('m5'), ...body, act.reply('m5'), ...body],
      'answers-everyone',
    ],
    ['an added address', [act.reply('m5'), act.to('samir'), ...body], 'answers-everyone'],
    ['a new message', [act.compose, act.to('nadia'), ...body], 'new-message-instead-of-reply'],
    ['a forward', [act.forward('m5'), act.to('nadia'), ...body], 'forwards-instead-of-reply'],
    ['a reply to the older message', [act.reply('m1'), ...body], 'answers-older-message'],
  ])('is not earned by %s', (_name, actions, misconception) => {
    expect(fired(act.open('m5'), ...actions, act.done)).not.toContain('e1');
    expect(misconceptions(act.open('m5'), ...actions, act.done)).toContain(misconception);
  });

  it('is not earned if sending was undone', () => {
    expect(fired(...choose('p1', 'p3', 'p6'), act.undo, act.done)).toEqual([]);
    expect(misconceptions(...choose('p1', 'p3', 'p6'), act.undo, act.leave, act.done)).toEqual([
      'writes-without-sending',
    ]);
  });
});

describe('e2: says yes or no', () => {
  it('is not earned by a reply that says both', () => {
    expect(fired(...choose('p3', 'p4'), act.done)).not.toContain('e2');
    expect(misconceptions(...reply('Oui et non, à 17h'), act.done)).toContain('yes-and-no');
  });

  it('uses the last reply when a person changes their mind', () => {
    expect(fired(...reply('Oui, 17h', 'Finalement non'), act.done)).toContain('e2');
    expect(fired(...choose('p3', 'p4'), ...reply('Oui!'), act.done)).toContain('e2');
  });

  it('is not earned by postponing the answer', () => {
    expect(fired(...choose('p5'), act.done)).toEqual(['e1']);
    expect(misconceptions(...choose('p5'), act.done)).toEqual(['answers-no-question']);
  });

  it('is not earned by an answer to somebody else with a copy to Nadia', () => {
    expect(fired(act.open('m4'), act.replyAll('m4'), act.write('Bonjour, oui, midi'), act.send)).toEqual([]);
  });
});

describe('e3: gives a time', () => {
  it('is earned by one or two of the time sentences, not by all of them', () => {
    expect(fired(...choose('p6', 'p7'), act.done)).toContain('e3');
    expect(fired(...choose('p6', 'p7', 'p8'), act.done)).not.toContain('e3');
    expect(misconceptions(...choose('p3', 'p6', 'p7', 'p8', 'p9'), act.done)).toEqual(['gives-every-time']);
  });

  it('reports one of two questions answered when yes or no is missing', () => {
    expect(misconceptions(...reply('17h'), act.done)).toEqual(['answers-one-question']);
    expect(misconceptions(...reply('oui'), act.done)).toEqual(['answers-one-question']);
  });
});

describe('e4: greets, thanks or names', () => {
  it.each(['Bonjour', 'merci', 'Nadia', 'Oui\n17h\nMarie', 'bye'])('is earned by « %s »', (text) => {
    expect(fired(...reply(text), act.done)).toContain('e4');
  });

  it('is not earned by an answer without greeting, thanks or name', () => {
    expect(fired(...reply('oui 17h'), act.done)).toEqual(['e1', 'e2', 'e3']);
  });
});

describe('e5 and e6: keeps the attachment in the right folder', () => {
  it('uses the folder in which the file is at the end', () => {
    expect(fired(act.save('training'), act.done)).toEqual(['e5', 'e6']);
    expect(fired(act.save('downloads'), act.done)).toEqual(['e5']);
    expect(fired(act.save('downloads'), act.undo, act.save('training'), act.done)).toEqual(['e5', 'e6']);
    expect(fired(act.save('training'), act.undo, act.done)).toEqual([]);
  });

  it('ignores one extra copy elsewhere, but gives no point for copies in every folder', () => {
    const folders = ['downloads', 'documents', 'training', 'schedules'];
    expect(fired(...folders.slice(0, 3).map((id) => act.save(id)), act.done)).toEqual(['e5', 'e6']);
    expect(fired(...folders.map((id) => act.save(id)), act.done)).toEqual(['e5']);
    expect(misconceptions(...folders.map((id) => act.save(id)), act.done)).toEqual(['saves-everywhere']);
  });

  it.each([
    ['downloads', 'saves-in-downloads'],
    ['documents', 'saves-in-another-folder'],
    ['schedules', 'saves-in-another-folder'],
  ])('report saving in %s as the misconception', (folder, misconception) => {
    expect(misconceptions(act.save(folder), act.done)).toEqual([misconception]);
  });

  it('report opening the attachment without saving it', () => {
    expect(misconceptions(act.preview('f1'), act.done)).toEqual(['opens-without-saving']);
  });
});

describe('tactics that must earn nothing', () => {
  it('gives no points for sending every ready-made sentence', () => {
    const every = Array.from({ length: 12 }, (_, index) => `p${index + 1}`);
    expect(fired(...choose(...every), act.done)).toEqual(['e1', 'e4']);
  });
});

describe('help, skipping, partial credit', () => {
  const whole = [...choose('p1', 'p3', 'p6'), act.save('training')];

  it('withholds the point that help step 3 revealed, and reports it', () => {
    const result = resultOf(play(act.help('attachment', 3), ...whole, act.done));
    const shown = result.rules.filter((rule) => rule.shown);
    expect(shown).toMatchObject([
      { rule: 'e5', fired: true, points: 0 },
      { rule: 'e6', fired: true, points: 0 },
    ]);
    expect(result.items.map((item) => item.points)).toEqual([4, 0]);
  });

  it('gives full points after help steps 1 and 2', () => {
    expect(points(act.help('attachment', 2), ...whole, act.done)).toEqual({ 's02-com': 4, 's02-out': 2 });
  });

  it('gives a skipped scene no points, flags its items and reports no misconception', () => {
    const result = resultOf(play(...choose('p3'), act.save('downloads'), act.skip));
    expect(result.items).toEqual([
      { item: 's02-com', dimension: 'COM', points: 0, max: 4, skipped: true },
      { item: 's02-out', dimension: 'OUT', points: 0, max: 2, skipped: true },
    ]);
    expect(result.rules.filter((rule) => rule.fired).map(({ rule }) => rule)).toEqual(['e1', 'e2', 'e5']);
    expect(result.misconceptions).toEqual([]);
  });

  it('adds up points per item', () => {
    expect(points(...reply('oui'), act.save('downloads'), act.done)).toEqual({ 's02-com': 2, 's02-out': 1 });
  });
});
