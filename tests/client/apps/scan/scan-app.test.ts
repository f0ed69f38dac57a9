import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import BrowserApp from '../../../../client/src/apps/browser/BrowserApp.svelte';
import HomeApp from '../../../../client/src/apps/home/HomeApp.svelte';
import ScanApp from '../../../../client/src/apps/scan/ScanApp.svelte';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { scanScene as world } from '../../../support/scan-scene.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

interface Play {
  readonly actions: readonly WorldAction[];
  readonly state: () => SceneState;
}

/** Plays the app: the real reducers apply its actions. */
function play(App: typeof ScanApp, before: readonly WorldAction[] = []): Play {
  let state = startScene(world);
  const actions: WorldAction[] = [];
  let actionSeq = 0;
  const take = (action: WorldAction): void => {
    actionSeq += 1;
    const next = step(world, state, action, { epoch: 1, actionSeq });
    if (!next.ok) throw new Error(`${action.type}: ${next.code}`);
    state = next.state;
  };
  before.forEach(take);
  let update: (props: object) => Promise<void> = () => Promise.resolve();
  const view = render(App, {
    world,
    state,
    text: (key: string) => key,
    act: (action: WorldAction) => {
      actions.push(action);
      take(action);
      void update({ state });
    },
    readOnly: false,
    pointAt: null,
    timers: { set: () => 0, clear: () => undefined },
  });
  update = (props) => view.rerender(props);
  return { actions, state: () => state };
}

async function press(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getAllByRole('button', { name })[0] ?? document.body);
  await tick();
  await tick();
}

const typesOf = ({ actions }: Play): readonly string[] => actions.map(({ type }) => type);

describe('the code reader', () => {
  it('asks for the camera, shows an address in full and opens its page in the browser', async () => {
    const played = play(ScanApp);
    await press('Ouvrir l’appareil photo');
    expect(document.activeElement?.textContent).toMatch(/veut utiliser l’appareil photo/);
    await press('Autoriser');
    expect(document.activeElement?.textContent).toMatch(/Ce que voit l’appareil photo/);
    await press(/^Lire ce code.*au bas/);
    expect(document.activeElement?.textContent).toMatch(/Adresse dans ce code/);
    expect(screen.getByText('https://cafeteria.example')).toBeTruthy();
    await press('Ouvrir');
    expect(typesOf(played)).toEqual(['start', 'allow', 'read', 'open', 'open']);
    expect(played.state().apps.active).toBe('browser');
  });

  it('gives focus back to the code whose address was not opened', async () => {
    const played = play(ScanApp, [
      { app: 'scan', type: 'start' },
      { app: 'scan', type: 'allow' },
    ]);
    await press(/^Lire ce code.*sur l’autocollant/);
    await press('Ne pas ouvrir');
    expect(document.activeElement?.textContent).toMatch(/Lire ce code.*sur l’autocollant/);
    expect(typesOf(played)).toEqual(['read', 'cancel']);
  });

  it('says that the camera is refused, and can ask again', async () => {
    const played = play(ScanApp);
    await press('Ouvrir l’appareil photo');
    await press('Refuser');
    expect(screen.getByText(/n’a pas le droit d’utiliser l’appareil photo/)).toBeTruthy();
    await press('Ouvrir l’appareil photo');
    expect(typesOf(played)).toEqual(['start', 'refuse', 'start']);
  });

  it('takes a typed code however it is written, and says so if none is printed like it', async () => {
    const played = play(ScanApp);
    const box = screen.getByLabelText('Code à taper');
    await fireEvent.input(box, { target: { value: 'menu' } });
    await press('Lire');
    expect(screen.getAllByText(/Aucun code n’est écrit ainsi/).length).toBeGreaterThan(0);
    await fireEvent.input(box, { target: { value: ' menu-24 ' } });
    await press('Lire');
    expect(played.actions).toEqual([{ app: 'scan', type: 'enter', codeId: 'k2' }]);
  });

  it('describes in words what the camera sees, both codes with their place', () => {
    play(ScanApp);
    expect(screen.getByRole('group', { name: /Autocollant/ }).textContent).toMatch(
      /Code QR, sur l’autocollant/,
    );
    expect(screen.getByText('Code QR, au bas.')).toBeTruthy();
  });
});

const atMenu: readonly WorldAction[] = [
  { app: 'scan', type: 'enter', codeId: 'k2' },
  { app: 'scan', type: 'open', codeId: 'k2' },
  { app: 'browser', type: 'open', pageId: 'w1', via: 'code', rank: 0 },
];

describe('the banner of a site', () => {
  it('refuses at one press, gives focus to the page, and asks again on demand', async () => {
    const played = play(BrowserApp, atMenu);
    await press('Refuser');
    expect(document.activeElement?.textContent).toBe('Page w1');
    expect(screen.queryByText('Des témoins?')).toBeNull();
    await press('Changer mes témoins');
    expect(document.activeElement?.textContent).toBe('Vos témoins sur ce site');
    expect(typesOf(played)).toEqual(['refuse-cookies', 'review-cookies']);
  });

  it('allows what is checked alone: nothing is checked beforehand', async () => {
    const played = play(BrowserApp, atMenu);
    await press('Choisir');
    const boxes = screen.getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes.map(({ checked }) => checked)).toEqual([false, false]);
    await fireEvent.click(screen.getByLabelText('Publicité'));
    await press('Enregistrer mes choix');
    expect(played.actions).toMatchObject([{ type: 'choose-cookies', pageId: 'w1', allowed: ['u2'] }]);
  });
});

describe('the search of the settings', () => {
  const settings: WorldAction = { app: 'home', type: 'open-icon', iconId: 'i2' };

  it('finds a page by the start of a word of its switches, and opens it', async () => {
    const played = play(HomeApp, [settings]);
    await fireEvent.input(screen.getByLabelText('Chercher un réglage'), { target: { value: 'cont' } });
    expect(screen.getAllByText(/1 page trouvée/).length).toBeGreaterThan(0);
    await press(/^Lampe.*Contacts/);
    expect(document.activeElement?.textContent).toBe('Lampe');
    expect(played.actions).toEqual([{ app: 'home', type: 'find-settings', pageId: 'p3' }]);
  });

  it('says that it finds nothing', async () => {
    play(HomeApp, [settings]);
    await fireEvent.input(screen.getByLabelText('Chercher un réglage'), { target: { value: 'facture' } });
    expect(screen.getAllByText(/Rien trouvé/).length).toBeGreaterThan(0);
  });
});
