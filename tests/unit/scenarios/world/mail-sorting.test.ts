/** Reporting, marking as safe and deleting messages, and the links in them, if a scene has these. */
import { describe, expect, it } from 'vitest';
import { mailFacts } from '../../../../scenarios/apps/mail/facts.ts';
import type { MailState, MailWorld } from '../../../../scenarios/world/mail/types.ts';
import { startScene } from '../../../../scenarios/world/scene.ts';
import type { SceneState, World, WorldAction } from '../../../../scenarios/world/types.ts';
import { act, mailOf, world as inbox } from '../../../support/s02.ts';
import { shortStep } from '../../../support/short-plays.ts';

const link = { id: 'l1', after: 'mail.m4.body.2', text: 'text', address: 'address', page: 'page' };
const world: World = { ...inbox, mail: withSorting(inbox.mail) };

function withSorting(mail: MailWorld | undefined): MailWorld {
  if (mail === undefined) throw new Error('S02 has no mail');
  const messages = mail.messages.map((each) => (each.id === 'm4' ? { ...each, links: [link] } : each));
  return { ...mail, sorting: true, messages };
}

const sort = (type: 'report' | 'keep' | 'delete', messageId: string): WorldAction => ({
  app: 'mail',
  type,
  messageId,
});
const folder = (name: MailState['folder']): WorldAction => ({ app: 'mail', type: 'folder', folder: name });

function playIn(scene: World, actions: readonly WorldAction[]): { state: SceneState; refused: string[] } {
  const refused: string[] = [];
  const state = actions.reduce((before, action, index) => {
    const next = shortStep(scene, before, action, { epoch: 1, actionSeq: index + 1 });
    if (!next.ok) refused.push(next.code);
    return next.ok ? next.state : before;
  }, startScene(scene));
  return { state, refused };
}

const mailAfter = (...actions: readonly WorldAction[]): MailState => mailOf(playIn(world, actions).state);

describe('a mail app with sorting', () => {
  it('starts with every message undecided', () => {
    expect(mailAfter().sorted).toEqual({});
  });

  it('moves a reported message out of its folder and closes it', () => {
    const mail = mailAfter(act.open('m4'), sort('report', 'm4'));
    expect(mail).toMatchObject({ folder: 'inbox', open: null, sorted: { m4: 'reported' } });
    expect(mailAfter(sort('report', 'm4'), folder('reported'), act.open('m4')).folder).toBe('reported');
  });

  it('puts a reported or deleted message back when it is marked as safe', () => {
    expect(mailAfter(sort('report', 'm4'), sort('keep', 'm4')).sorted).toEqual({ m4: 'kept' });
    const restored = mailAfter(sort('delete', 'm4'), folder('trash'), act.open('m4'), sort('keep', 'm4'));
    expect(restored).toMatchObject({ folder: 'trash', open: null, sorted: { m4: 'kept' } });
  });

  it('keeps a message open that is marked as safe in its own folder', () => {
    expect(mailAfter(act.open('m4'), sort('keep', 'm4')).open).toBe('m4');
  });

  it('changes nothing, not even the undo steps, if the decision is the same', () => {
    const once = playIn(world, [act.open('m4'), sort('keep', 'm4')]).state;
    const twice = playIn(world, [act.open('m4'), sort('keep', 'm4'), sort('keep', 'm4')]).state;
    expect(twice).toEqual(once);
  });

  it('takes decisions back with undo', () => {
    expect(mailAfter(act.open('m4'), sort('report', 'm4'), act.undo)).toEqual(mailAfter(act.open('m4')));
  });

  it('keeps an unfinished draft when a message is sorted', () => {
    const mail = mailAfter(act.reply('m5'), act.write('Oui'), sort('report', 'm4'));
    expect(mail).toMatchObject({ composing: null, drafts: [{ id: 'd1' }, { id: 'd1-1', typed: 'Oui' }] });
  });

  it('refuses messages that do not exist', () => {
    const { refused } = playIn(world, [
      sort('report', 'm9'),
      { app: 'mail', type: 'open-link', linkId: 'l9' },
      { app: 'mail', type: 'preview-link', linkId: 'l9' },
    ]);
    expect(refused).toEqual(Array.from({ length: 3 }, () => 'world.unknown-target'));
  });

  it('gives rules the final folder of each message, and the links looked at or followed', () => {
    const actions: WorldAction[] = [
      sort('report', 'm4'),
      sort('delete', 'm1'),
      sort('keep', 'm5'),
      act.undo,
      folder('reported'),
      act.open('m4'),
      { app: 'mail', type: 'preview-link', linkId: 'l1' },
      { app: 'mail', type: 'open-link', linkId: 'l1' },
    ];
    const placed = actions.map((action, index) => ({ action, epoch: 1, actionSeq: index + 1 }));
    const facts = mailFacts.of({ world, state: playIn(world, actions).state, actions: placed });
    expect(facts).toMatchObject({
      reported: ['m4'],
      deleted: ['m1'],
      kept: [],
      previewedLinks: ['l1'],
      followedLinks: ['l1'],
    });
  });
});

describe('a mail app without sorting', () => {
  it('has neither its state nor its folders, and refuses its actions', () => {
    const { state, refused } = playIn(inbox, [sort('report', 'm4'), folder('trash'), folder('reported')]);
    expect(mailOf(state)).not.toHaveProperty('sorted');
    expect(refused).toEqual(Array.from({ length: 3 }, () => 'world.unknown-target'));
  });
});
