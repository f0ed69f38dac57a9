/** The text-message app, step by step. */
import { describe, expect, it } from 'vitest';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { PhoneAction } from '../../../../scenarios/world/phone/types.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { phoneScene as world } from '../../../support/phone-scene.ts';
import { shortStep } from '../../../support/short-plays.ts';

const open: PhoneAction = { app: 'phone', type: 'open', conversationId: 'c2' };
const openFirst: PhoneAction = { ...open, conversationId: 'c1' };
const write = (typed: string): PhoneAction => ({ app: 'phone', type: 'write', typed });
const on = (
  type: Extract<PhoneAction, { readonly messageId: string }>['type'],
  messageId = 's1',
): PhoneAction => ({ app: 'phone', type, messageId });
const undo: WorldAction = { app: 'desk', type: 'undo' };
const send: PhoneAction = { app: 'phone', type: 'send' };

function after(...actions: readonly WorldAction[]): SceneState {
  return actions.reduce((state, action, index) => {
    const next = shortStep(world, state, action, { epoch: 1, actionSeq: index + 1 });
    if (!next.ok) throw new Error(`${action.type}: ${next.code}`);
    return next.state;
  }, startScene(world));
}

function refusal(before: readonly WorldAction[], action: WorldAction): string | null {
  const next = step(world, after(...before), action, { epoch: 1, actionSeq: 99 });
  return next.ok ? null : next.code;
}

describe('text messages', () => {
  it('start with the list, and record which conversations were opened', () => {
    expect(after().apps.phone).toMatchObject({ open: null, read: ['c3'] });
    expect(after(open).apps.phone).toMatchObject({ open: 'c2', read: ['c3', 'c2'] });
    expect(after(open, { app: 'phone', type: 'close' }).apps.phone?.open).toBeNull();
  });

  it('can contain ready-made sentences and typed text, with a draft per conversation', () => {
    const state = after(open, { app: 'phone', type: 'add-phrase', phraseId: 'p1' }, write('Allô'), {
      ...open,
      conversationId: 'c3',
    });
    expect(state.apps.phone?.drafts).toEqual({ c2: { phrases: ['p1'], typed: 'Allô' } });
  });

  it('are sent to the open conversation, with an id made from the number of sent messages', () => {
    const { phone } = after(open, write('Non'), send).apps;
    expect(phone?.sent).toEqual([
      { id: 't1-3', conversation: 'c2', phrases: [], typed: 'Non', sentBy: { epoch: 1, actionSeq: 3 } },
    ]);
    expect(phone?.drafts).toEqual({});
  });

  it('become a draft again when sending is undone', () => {
    const { phone } = after(open, write('Non'), send, undo).apps;
    expect(phone?.sent).toEqual([]);
    expect(phone?.drafts).toEqual({ c2: { phrases: [], typed: 'Non' } });
  });

  it('can be reported, restored and deleted, each undone by one step', () => {
    expect(after(on('report')).apps.phone?.reported).toEqual(['s1']);
    expect(after(on('report'), on('keep')).apps.phone?.reported).toEqual([]);
    expect(after(on('delete')).apps.phone?.deleted).toEqual(['s1']);
    expect(after(on('delete'), undo).apps.phone?.deleted).toEqual([]);
  });

  it('do not change the state when nothing changes, so that undo always has an effect', () => {
    expect(after(open, open).past).toHaveLength(1);
    expect(after(openFirst, on('report'), on('report')).past).toHaveLength(2);
    expect(after(open, on('copy-code', 's2'), on('copy-code', 's2')).past).toHaveLength(2);
    expect(after(openFirst, on('preview-link'), on('open-link')).past).toHaveLength(1);
  });

  it.each([
    ['an unknown conversation', [], { ...open, conversationId: 'c9' }, 'world.unknown-target'],
    ['an unknown message', [], on('report', 's9'), 'world.unknown-target'],
    [
      'an unknown sentence',
      [open],
      { app: 'phone', type: 'add-phrase', phraseId: 'p9' },
      'world.unknown-target',
    ],
    ['a code where there is none', [openFirst], on('copy-code'), 'world.unknown-target'],
    ['a link where there is none', [open], on('open-link', 's2'), 'world.unknown-target'],
    ['a deleted message', [openFirst, on('delete')], on('report'), 'world.not-on-screen'],
    ['a message of another conversation', [open], on('report'), 'world.not-on-screen'],
    ['writing to nobody', [], write('Allô'), 'phone.no-conversation'],
    ['sending nothing', [open, write(' ')], send, 'phone.empty'],
  ] as const)('refuse %s', (_name, before, action, code) => {
    expect(refusal(before, action)).toBe(code);
  });
});
