/** Boxes whose text is sent by a press: what is typed survives a reload, unless it is secret. */
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import BrowserApp from '../../../client/src/apps/browser/BrowserApp.svelte';
import { browserFr } from '../../../client/src/apps/browser/browser.fr.ts';
import FilesApp from '../../../client/src/apps/files/FilesApp.svelte';
import type { AppProps } from '../../../client/src/apps/kit/app-view.svelte.ts';
import PracticeApp from '../../../client/src/apps/practice/PracticeApp.svelte';
import PunchApp from '../../../client/src/apps/punch/PunchApp.svelte';
import ScanApp from '../../../client/src/apps/scan/ScanApp.svelte';
import SheetApp from '../../../client/src/apps/sheet/SheetApp.svelte';
import SignInApp from '../../../client/src/apps/sign-in/SignInApp.svelte';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { TypedBoxes } from '../../../client/src/state/typed-boxes.ts';
import { startScene, step } from '../../../scenarios/world/scene.ts';
import type { World, WorldAction } from '../../../scenarios/world/types.ts';
import { practiceScene } from '../../support/practice-scene.ts';
import { punchScene } from '../../support/punch-scene.ts';
import { scanScene } from '../../support/scan-scene.ts';
import { sampleSheet } from '../../support/sheet-sample.ts';
import { signInScene } from '../../support/sign-in-scene.ts';
import { filesWorld } from './files/play.ts';
import { sampleWorld } from './mail/sample-world.ts';
import { sampleWeb } from './browser/play.ts';

/** What survives a reload. */
const stored = new Map<string, string>();
const storage = {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, text: string) => void stored.set(key, text),
  removeItem: (key: string) => void stored.delete(key),
};

beforeEach(() => {
  locale.current = 'fr';
  stored.clear();
});
afterEach(cleanup);

interface Case {
  readonly app: Component<AppProps>;
  readonly world: World;
  readonly before?: readonly WorldAction[];
}

/** Loads the page anew; returns the actions that follow. */
function load({ app, world, before = [] }: Case): WorldAction[] {
  cleanup();
  const typedBoxes = new TypedBoxes(storage);
  typedBoxes.open('attempt-1 1');
  const actions: WorldAction[] = [];
  let actionSeq = 0;
  const state = before.reduce((now, action) => {
    actionSeq += 1;
    const next = step(world, now, action, { epoch: 1, actionSeq });
    if (!next.ok) throw new Error(next.code);
    return next.state;
  }, startScene(world));
  render(app, {
    world,
    state,
    typedBoxes,
    readOnly: false,
    pointAt: null,
    text: (key: string) => key,
    act: (action: WorldAction) => void actions.push(action),
  });
  return actions;
}

const toType = ['point', 'scroll', 'open'].map((stepId): WorldAction => ({
  app: 'practice',
  type: 'pass',
  stepId,
}));
const toCopy: Case = { app: PracticeApp, world: practiceScene, before: toType };
const shelves: Case = {
  app: PunchApp,
  world: punchScene,
  before: [{ app: 'punch', type: 'show', page: 'count' }],
};
const poster: Case = { app: ScanApp, world: scanScene };
const web = { app: BrowserApp, world: sampleWeb };

async function submitFormOf(box: string): Promise<void> {
  const form = screen.getByLabelText(box).closest('form');
  if (form === null) throw new Error(`no form around ${box}`);
  await fireEvent.submit(form);
}

describe('a text that waits for a press', () => {
  it.each<[string, Case, { box: string; text: string }]>([
    ['a search on the web', web, { box: 'Que cherchez-vous?', text: 'heures d’ouv' }],
    ['an address', web, { box: 'Adresse ou recherche', text: 'ecocentre.exa' }],
    ['a search for files', { app: FilesApp, world: filesWorld }, { box: 'Nom du fichier', text: 'horai' }],
    ['the word to copy', toCopy, { box: 'Écris ici', text: 'foret' }],
    ['the code of a shelf', shelves, { box: 'Ou tapez le code de l’étagère', text: 'a-12' }],
    ['the code of a poster', poster, { box: 'Code à taper', text: 'menu24' }],
  ])('%s: is there again after a reload, and gone once it was sent', async (_what, one, { box, text }) => {
    load(one);
    await fireEvent.input(screen.getByLabelText(box), { target: { value: text } });
    const actions = load(one);
    expect(screen.getByLabelText<HTMLInputElement>(box).value).toBe(text);
    await submitFormOf(box);
    expect([actions.length, [...stored]]).toEqual([1, []]);
  });

  it.each<[string, Case, { box: string; text: string }]>([
    ['the word to copy', toCopy, { box: 'Écris ici', text: 'riv' }],
    ['the code of a shelf', shelves, { box: 'Ou tapez le code de l’étagère', text: 'z9' }],
    ['the code of a poster', poster, { box: 'Code à taper', text: 'z9' }],
  ])(
    '%s: is there again after a reload when it was tried and is not right yet',
    async (_what, one, { box, text }) => {
      load(one);
      await fireEvent.input(screen.getByLabelText(box), { target: { value: text } });
      await submitFormOf(box);
      load(one);
      expect(screen.getByLabelText<HTMLInputElement>(box).value).toBe(text);
    },
  );

  it('a formula that is not complete is there again, in its cell', async () => {
    const one = {
      app: SheetApp,
      world: { ...sampleWorld, apps: ['sheet'], sheet: sampleSheet, help: [] } as World,
    };
    load(one);
    const bar = (): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(/^Contenu de/);
    await fireEvent.focus(bar());
    await fireEvent.input(bar(), { target: { value: '=SOMME(' } });
    load(one);
    expect(bar().value).toBe('=SOMME(');
  });
});

it('the words to find in a page are there again, in the open bar, until it is closed', async () => {
  const one: Case = {
    ...web,
    before: [{ app: 'browser', type: 'open', pageId: 'form', via: 'address', rank: 0 }],
  };
  const box = (): HTMLInputElement | null => screen.queryByLabelText(browserFr['find.label']);
  load(one);
  await fireEvent.click(screen.getByRole('button', { name: browserFr['find.open'] }));
  await fireEvent.input(screen.getByLabelText(browserFr['find.label']), { target: { value: 'heur' } });
  load(one);
  expect(box()?.value).toBe('heur');
  await fireEvent.click(screen.getByRole('button', { name: browserFr['action.close'] }));
  expect(stored.size).toBe(0);
});

describe('a secret', () => {
  it.each<[string, Case, string]>([
    ['a user name', { app: SignInApp, world: signInScene }, 'Nom d’utilisateur'],
    ['a password', { app: SignInApp, world: signInScene }, 'Mot de passe'],
    [
      'a name on an unknown page',
      { ...web, before: [{ app: 'browser', type: 'open', pageId: 'form', via: 'address', rank: 0 }] },
      'Nom',
    ],
  ])('%s is never kept', async (_what, one, box) => {
    load(one);
    await fireEvent.input(screen.getByLabelText(box), { target: { value: 'tout-secret' } });
    expect([...stored]).toEqual([]);
  });
});
