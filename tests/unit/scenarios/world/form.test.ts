/** The web form, step by step. */
import { describe, expect, it } from 'vitest';
import { withoutText } from '../../../../scenarios/world/mail/draft.ts';
import { readField, readPad } from '../../../../scenarios/world/form/reading.ts';
import { problemOf } from '../../../../scenarios/world/form/site.ts';
import type {
  FormAction,
  FormWorld,
  Reading,
  SiteState,
  TextField,
} from '../../../../scenarios/world/form/types.ts';
import { replay, startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { formScene as world } from '../../../support/form-scene.ts';

const form = getForm();
const open: FormAction = { app: 'form', type: 'open', siteId: 's1', via: 'note' };
const review: FormAction = { app: 'form', type: 'review' };
const send: FormAction = { app: 'form', type: 'send' };
const undo: WorldAction = { app: 'desk', type: 'undo' };

function getForm(): FormWorld {
  if (world.form === undefined) throw new Error('the sample has no form');
  return world.form;
}

function textField(id: string): TextField {
  const field = form.sites[0]?.fields.find((each) => each.id === id);
  if (field?.kind !== 'text') throw new Error(`no text field ${id}`);
  return field;
}

function fill(fieldId: string, typed: string): FormAction {
  return { app: 'form', type: 'fill', fieldId, typed, reading: readField(textField(fieldId), typed) };
}

const attach = (fieldId: string, fileId: string): FormAction => ({
  app: 'form',
  type: 'attach',
  fieldId,
  fileId,
});
const choose: FormAction = { app: 'form', type: 'choose', fieldId: 'n4', choice: 'b' };

const filled: readonly FormAction[] = [
  open,
  fill('n1', 'alex roy cote'),
  fill('n2', '1990-03-14'),
  fill('n3', '(819) 555 0142'),
  choose,
  attach('n6', 'f2'),
];

function after(...actions: readonly WorldAction[]): SceneState {
  return actions.reduce((state, action, index) => {
    const next = step(world, state, action, { epoch: 1, actionSeq: index + 1 });
    if (!next.ok) throw new Error(`${action.type}: ${next.code}`);
    return next.state;
  }, startScene(world));
}

function site(...actions: readonly WorldAction[]): SiteState {
  const state = after(...actions).apps.form?.sites.s1;
  if (state === undefined) throw new Error('nothing was done on the site');
  return state;
}

function refusal(before: readonly WorldAction[], action: WorldAction): string | null {
  const next = step(world, after(...before), action, { epoch: 1, actionSeq: 99 });
  return next.ok ? null : next.code;
}

describe('a typed form field', () => {
  it.each<[string, string, Reading]>([
    ['n1', ' ', 'empty'],
    ['n1', 'Alex Roy-Côté', 'as-on-card'],
    ['n1', 'ROY COTÉ Alex', 'as-on-card'],
    ['n1', 'Alex', 'well-formed'],
    ['n2', '1990-03-14', 'as-on-card'],
    ['n2', '1990/3/14', 'as-on-card'],
    ['n2', '1990 03 14', 'as-on-card'],
    ['n2', '19900314', 'as-on-card'],
    ['n2', '1990-04-13', 'well-formed'],
    ['n2', '1990-02-30', 'ill-formed'],
    ['n2', '2000-02-29', 'well-formed'],
    ['n2', '14 mars 1990', 'ill-formed'],
    ['n2', '14-03-1990', 'ill-formed'],
    ['n3', '819-555-0142', 'as-on-card'],
    ['n3', '+1 819 555 0142', 'as-on-card'],
    ['n3', '819 555-0124', 'well-formed'],
    ['n3', '555-0142', 'ill-formed'],
    ['n3', 'huit un neuf', 'ill-formed'],
  ])('%s « %s » is %s', (id, typed, reading) => {
    expect(readField(textField(id), typed)).toBe(reading);
  });

  it('finds the confirmation number among other words', () => {
    expect(readPad(form, 'Mon numéro : emb 2046 73, merci')).toBe('as-on-card');
    expect(readPad(form, 'EMB-2046')).toBe('well-formed');
    expect(readPad(form, '')).toBe('empty');
  });
});

describe('a form', () => {
  it('keeps what was typed when the page is left', () => {
    const state = after(open, fill('n1', 'Alex'), { app: 'form', type: 'start' }, open);
    expect(state.apps.form?.sites.s1?.texts.n1?.typed).toBe('Alex');
  });

  it('reports each invalid field and stays on the page', () => {
    const state = site(open, fill('n2', '14 mars 1990'), attach('n6', 'f1'), review);
    expect(state).toMatchObject({ step: 'fill', problems: ['n1', 'n2', 'n3', 'n4', 'n6'] });
    const found = form.sites[0]?.fields.map((field) => problemOf(form.files, state, field));
    expect(found).toEqual(['missing', 'format', 'missing', 'missing', null, 'file-kind', null]);
  });

  it('changes nothing if the same problems remain, so that undo always has an effect', () => {
    expect(after(open, review, review).past).toHaveLength(2);
  });

  it('can change the telephone number once on the way to the summary', () => {
    expect(site(...filled, review)).toMatchObject({
      step: 'summary',
      texts: { n3: { typed: '819 555-0124', reading: 'well-formed' } },
      slipped: { n3: 'as-on-card' },
    });
    const mend: FormAction = { app: 'form', type: 'mend', fieldId: 'n3' };
    const mended = site(...filled, review, mend, fill('n3', '819 555-0142'), review);
    expect(mended).toMatchObject({ step: 'summary', texts: { n3: { reading: 'as-on-card' } } });
  });

  it('is sent from the summary, and its number can be saved', () => {
    const keep: FormAction = { app: 'form', type: 'keep', how: 'copy' };
    expect(site(...filled, review, send, keep, keep)).toMatchObject({ step: 'sent', kept: ['copy'] });
    expect(site(...filled, review, send, undo).step).toBe('summary');
  });

  it('stores no digit of a secret, only that it is filled in', () => {
    const secret = (isFilled: boolean): FormAction => ({
      app: 'form',
      type: 'fill-secret',
      fieldId: 'n5',
      filled: isFilled,
    });
    expect(site(open, secret(true)).secrets).toEqual(['n5']);
    expect(site(open, secret(true), secret(false)).secrets).toEqual([]);
  });

  it('goes through the same steps after typed texts are erased', () => {
    const note: FormAction = { app: 'form', type: 'note', typed: 'EMB-2046-73', reading: 'as-on-card' };
    const actions = [...filled, review, send, note].map((action, index) => ({
      epoch: 1,
      actionSeq: index + 1,
      action,
    }));
    const erased = actions.map(({ action, ...ref }) => ({
      ...ref,
      action: 'typed' in action ? { ...action, typed: withoutText(action.typed) } : action,
    }));
    const whole = replay(world, actions).apps.form;
    const kept = replay(world, erased).apps.form;
    expect(kept?.sites.s1?.step).toBe('sent');
    expect(kept?.pad.reading).toBe(whole?.pad.reading);
    expect(Object.values(kept?.sites.s1?.texts ?? {}).map(({ reading }) => reading)).toEqual(
      Object.values(whole?.sites.s1?.texts ?? {}).map(({ reading }) => reading),
    );
  });

  it('is as at the start when everything is undone', () => {
    const all = [...filled, review, send];
    const undone = after(...all, ...all.map(() => undo));
    expect(undone.apps).toEqual(startScene(world).apps);
  });

  it.each([
    ['an unknown site', [], { ...open, siteId: 's9' }, 'world.unknown-target'],
    ['filling where no site is shown', [], fill('n1', 'Alex'), 'form.no-site'],
    ['an unknown field', [open], { ...fill('n1', 'Alex'), fieldId: 'n9' }, 'world.unknown-target'],
    ['words for a file', [open], { ...fill('n1', 'Alex'), fieldId: 'n6' }, 'world.unknown-target'],
    ['an unknown file', [open], attach('n6', 'f9'), 'world.unknown-target'],
    ['an unknown choice', [open], { ...choose, choice: 'z' }, 'world.unknown-target'],
    [
      'a reading that is not the text’s',
      [open],
      { ...fill('n2', '14 mars'), reading: 'as-on-card' },
      'form.other-reading',
    ],
    ['sending before the summary', filled, send, 'form.other-step'],
    ['filling in the summary', [...filled, review], fill('n1', 'Alex'), 'form.other-step'],
    ['a number before it is given', filled, { app: 'form', type: 'keep', how: 'print' }, 'form.other-step'],
    ['mending outside the summary', [open], { app: 'form', type: 'mend', fieldId: 'n1' }, 'form.other-step'],
  ] as const)('refuses %s', (_name, before, action, code) => {
    expect(refusal(before, action)).toBe(code);
  });
});
