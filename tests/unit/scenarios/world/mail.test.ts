/** The mail app behaves as a plain mail app of today. */
import { describe, expect, it } from 'vitest';
import type { MailState } from '../../../../scenarios/world/mail/types.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { act, mailOf, play } from '../../../support/s02.ts';

const mailAfter = (...actions: readonly WorldAction[]): MailState => mailOf(play(...actions).state);
const draftAfter = (...actions: readonly WorldAction[]): unknown => {
  const mail = mailAfter(...actions);
  return mail.drafts.find(({ id }) => id === mail.composing);
};
const refusals = (...actions: readonly WorldAction[]): string[] =>
  play(...actions).refused.map(({ code }) => code);

describe('reading', () => {
  it('starts in the inbox with the messages already read and the unfinished draft', () => {
    expect(mailAfter()).toMatchObject({ folder: 'inbox', open: null, composing: null, sent: [] });
    expect(mailAfter().read).toEqual(['m1', 'm3']);
    expect(mailAfter().drafts.map(({ id }) => id)).toEqual(['d1']);
  });

  it('marks a message as read when it is opened, also after it is closed', () => {
    expect(mailAfter(act.open('m5'))).toMatchObject({ open: 'm5', read: ['m1', 'm3', 'm5'] });
    const closed = mailAfter(act.open('m5'), { app: 'mail', type: 'close' });
    expect(closed).toMatchObject({ open: null, read: ['m1', 'm3', 'm5'] });
  });

  it('closes the open message when another folder is shown', () => {
    expect(mailAfter(act.open('m5'), act.folder('drafts'))).toMatchObject({ folder: 'drafts', open: null });
  });

  it('opens a sent message in Sent', () => {
    const mail = mailAfter(act.reply('m5'), act.write('Oui'), act.send, act.open('d1-1'));
    expect(mail).toMatchObject({ folder: 'sent', open: 'd1-1' });
  });

  it('refuses a message, attachment or draft that does not exist', () => {
    expect(refusals(act.open('m9'), act.preview('f9'), act.reply('m9'))).toEqual(
      Array.from({ length: 3 }, () => 'world.unknown-target'),
    );
    expect(refusals({ app: 'mail', type: 'open-draft', draftId: 'd9' })).toEqual(['world.unknown-target']);
  });

  it('changes nothing when an attachment is viewed', () => {
    expect(play(act.open('m5'), act.preview('f1')).state).toEqual(play(act.open('m5')).state);
  });
});

describe('the recipients', () => {
  it.each([
    ['a reply: the sender', act.reply('m5'), 'reply', ['nadia']],
    [
      'a reply-all: the sender and the others, without me',
      act.replyAll('m5'),
      'reply-all',
      ['nadia', 'joyce', 'marc'],
    ],
    ['a forward: nobody yet', act.forward('m5'), 'forward', []],
  ])('of %s', (_name, action, mode, to) => {
    expect(draftAfter(action)).toEqual({ id: 'd1-1', mode, about: 'm5', to, phrases: [], typed: '' });
  });

  it('of a new message are empty', () => {
    expect(draftAfter(act.compose)).toMatchObject({ mode: 'new', about: null, to: [] });
  });

  it('of a reply to a sent message are those of that message', () => {
    const mail = draftAfter(act.reply('m5'), act.write('Oui'), act.send, act.reply('d1-1'));
    expect(mail).toMatchObject({ about: 'd1-1', to: ['nadia'] });
  });

  it('can be added once and removed', () => {
    const added = [act.reply('m5'), act.to('marc'), act.to('marc')];
    expect(draftAfter(...added)).toMatchObject({ to: ['nadia', 'marc'] });
    expect(draftAfter(...added, act.notTo('nadia'))).toMatchObject({ to: ['marc'] });
    expect(refusals(...added, act.to('nobody'))).toEqual(['world.unknown-target']);
  });
});

describe('writing and sending', () => {
  it('puts ready-made sentences in the order in which they are chosen, each once', () => {
    const chosen = [act.reply('m5'), act.phrase('p3'), act.phrase('p1'), act.phrase('p3')];
    expect(draftAfter(...chosen)).toMatchObject({ phrases: ['p3', 'p1'] });
    expect(draftAfter(...chosen, { app: 'mail', type: 'remove-phrase', phraseId: 'p3' })).toMatchObject({
      phrases: ['p1'],
    });
    expect(refusals(act.reply('m5'), act.phrase('p99'))).toEqual(['world.unknown-target']);
  });

  it('moves a message to Sent by the action that sends it', () => {
    const mail = mailAfter(act.open('m5'), act.reply('m5'), act.write('Oui'), act.send);
    expect(mail).toMatchObject({ composing: null, open: 'm5', folder: 'inbox' });
    expect(mail.drafts.map(({ id }) => id)).toEqual(['d1']);
    expect(mail.sent).toMatchObject([{ id: 'd1-2', typed: 'Oui', sentBy: { epoch: 1, actionSeq: 4 } }]);
  });

  it('does not send without recipient or text', () => {
    expect(refusals(act.compose, act.write('Oui'), act.send)).toEqual(['mail.no-recipient']);
    expect(refusals(act.reply('m5'), act.write('  \n'), act.send)).toEqual(['mail.empty']);
  });

  it('forwards a message without any added text', () => {
    expect(mailAfter(act.forward('m5'), act.to('samir'), act.send).sent).toHaveLength(1);
  });

  it('refuses to write, send or leave when no draft is open', () => {
    expect(refusals(act.write('Oui'), act.send, act.leave, act.phrase('p1'), act.to('nadia'))).toEqual(
      Array.from({ length: 5 }, () => 'mail.nothing-composed'),
    );
  });
});

describe('drafts', () => {
  it.each([
    ['left', act.leave],
    ['left by showing a folder', act.folder('sent')],
    ['left by opening a message', act.open('m4')],
    ['left by starting another', act.compose],
  ])('are stored when %s', (_name, leaving) => {
    const mail = mailAfter(act.reply('m5'), act.write('Oui'), leaving);
    expect(mail.drafts).toContainEqual(expect.objectContaining({ id: 'd1-1', typed: 'Oui' }));
    expect(mail.composing).not.toBe('d1-1');
  });

  it('are deleted when left untouched', () => {
    expect(mailAfter(act.reply('m5'), act.leave).drafts.map(({ id }) => id)).toEqual(['d1']);
  });

  it('are stored when only the recipients were changed', () => {
    expect(mailAfter(act.compose, act.to('marc'), act.leave).drafts).toHaveLength(2);
  });

  it('can be continued or deleted', () => {
    const again = mailAfter({ app: 'mail', type: 'open-draft', draftId: 'd1' });
    expect(again).toMatchObject({ folder: 'drafts', composing: 'd1' });
    const gone = mailAfter(
      { app: 'mail', type: 'open-draft', draftId: 'd1' },
      { app: 'mail', type: 'delete-draft' },
    );
    expect(gone).toMatchObject({ composing: null, drafts: [] });
  });
});
