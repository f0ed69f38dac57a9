/** What a form does that holds an old answer and gives a number that may be kept on paper. */
import { describe, expect, it } from 'vitest';
import { readPad, readPaper } from '../../../../scenarios/world/form/reading.ts';
import type { FormAction, FormWorld, Reading, SiteState } from '../../../../scenarios/world/form/types.ts';
import { acts, startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, World, WorldAction } from '../../../../scenarios/world/types.ts';
import { formScene } from '../../../support/form-scene.ts';

const form: FormWorld = {
  ...getForm(),
  sites: [
    {
      id: 's1',
      address: 'https://boreal.example/embauche',
      name: 'Ateliers Boréal',
      title: 'Formulaire d’embauche',
      introduction: ['Vérifiez chaque case.'],
      fields: [
        {
          kind: 'text',
          id: 'n1',
          label: 'Téléphone',
          required: true,
          format: 'phone',
          spelling: 'any',
          onCard: '819 555-0142',
          prefilled: '450 555-0196',
        },
      ],
      thanks: ['Merci'],
      number: 'EMB-4718',
      spelling: 'any',
      paper: true,
    },
  ],
};
const world: World = { ...formScene, form };
const open: FormAction = { app: 'form', type: 'open', siteId: 's1', via: 'note' };
const review: FormAction = { app: 'form', type: 'review' };
const toTheEnd: readonly FormAction[] = [open, review, { app: 'form', type: 'send' }];

function getForm(): FormWorld {
  if (formScene.form === undefined) throw new Error('the sample has no form');
  return formScene.form;
}

function jot(typed: string): FormAction {
  return { app: 'form', type: 'jot', typed, reading: readPaper('EMB-4718', typed) };
}

function after(...actions: readonly WorldAction[]): SceneState {
  return actions.reduce((state, action, index) => {
    const next = step(world, state, action, { epoch: 1, actionSeq: index + 1 });
    if (!next.ok) throw new Error(`${action.type}: ${next.code}`);
    return next.state;
  }, startScene(world));
}

function site(...actions: readonly WorldAction[]): SiteState {
  const state = after(...actions).apps.form?.sites.s1;
  if (state === undefined) throw new Error('the site holds nothing');
  return state;
}

function refusal(before: readonly WorldAction[], action: WorldAction, of: World = world): string | null {
  const state = before.reduce((now, each, index) => {
    const next = step(of, now, each, { epoch: 1, actionSeq: index + 1 });
    return next.ok ? next.state : now;
  }, startScene(of));
  const next = step(of, state, action, { epoch: 1, actionSeq: 99 });
  return next.ok ? null : next.code;
}

describe('an old answer', () => {
  it('is in its box at the start, is sent unless it is changed, and gives way to another', () => {
    expect(site().texts.n1).toEqual({ typed: '450 555-0196', reading: 'well-formed' });
    expect(site(...toTheEnd).texts.n1?.typed).toBe('450 555-0196');
    const fill = { app: 'form', type: 'fill', fieldId: 'n1', typed: '819 555–0142' } as const;
    expect(site(open, { ...fill, reading: 'as-on-card' }).texts.n1?.typed).toBe('819 555–0142');
  });

  it('leaves a site untouched that holds none', () => {
    expect(startScene(formScene).apps.form?.sites).toEqual({});
  });
});

describe('a number on paper', () => {
  it.each<[string, Reading]>([
    ['18', 'as-on-card'],
    [' 1 8 ', 'as-on-card'],
    ['EMB-4718', 'as-on-card'],
    ['dix-huit', 'as-on-card'],
    ['81', 'well-formed'],
    ['8', 'well-formed'],
    ['718', 'well-formed'],
    ['', 'empty'],
  ])('« %s » is %s', (typed, reading) => {
    expect(readPaper('EMB-4718', typed)).toBe(reading);
  });

  it('counts as kept once its last two digits are right', () => {
    expect(site(...toTheEnd, jot('81')).kept).toEqual([]);
    expect(site(...toTheEnd, jot('81'), jot('18'), jot('18')).kept).toEqual(['paper']);
  });

  it('is refused before the form is sent, with another reading, and where the site does not offer it', () => {
    expect(refusal([open], jot('18'))).toBe('form.other-step');
    const forged = { ...jot('81'), reading: 'as-on-card' } as const;
    expect(refusal(toTheEnd, forged)).toBe('form.other-reading');
    const [first] = form.sites;
    if (first === undefined) throw new Error('no site');
    const { paper, ...without } = first;
    expect(paper).toBe(true);
    const plain: World = { ...world, form: { ...form, sites: [without] } };
    expect(refusal(toTheEnd, jot('18'), plain)).toBe('form.other-step');
  });

  it('is offered on the last page only', () => {
    const offers = (state: SceneState): boolean => acts(world, state).some(({ type }) => type === 'jot');
    expect(offers(after(open))).toBe(false);
    expect(offers(after(...toTheEnd))).toBe(true);
  });
});

it('finds the number in the notes without its letters', () => {
  expect(readPad(form, 'mon no 47 18')).toBe('as-on-card');
  expect(readPad(form, '4781')).toBe('well-formed');
  expect(readPad(form, 'Emb')).toBe('well-formed');
});
