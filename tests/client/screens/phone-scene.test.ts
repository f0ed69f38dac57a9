import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import App from '../../../client/src/App.svelte';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import { punchScene } from '../../support/punch-scene.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { playFromStart } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

/** For each time that the element loses the focus: whether it is still in the page. */
function watchBlur(element: HTMLElement): readonly boolean[] {
  const isInPage: boolean[] = [];
  element.addEventListener('blur', () => isInPage.push(element.isConnected));
  return isInPage;
}

it('announces the signal of the phone when a setting changes it', async () => {
  const { game } = await playFromStart(new PlayServer({ ...punchScene, goal: ['Pointe ton arrivée.'] }));
  render(App, { game, reader: new ReadAloud(null, new HandTimers()) });
  const signal = (await screen.findByText('Réseau faible')).closest('[aria-live="polite"]');
  const actions: readonly WorldAction[] = [
    { app: 'home', type: 'open-icon', iconId: 'i3' },
    { app: 'home', type: 'open-settings', pageId: 'p2' },
    { app: 'home', type: 'switch', settingId: 's2', on: true },
  ];
  for (const action of actions) game.attempt?.play?.act(action);
  await settle();
  expect(signal?.textContent.trim()).toBe('Bon réseau');
});

it('moves the focus to the title of an app that came to the front', async () => {
  const { game } = await playFromStart(new PlayServer({ ...punchScene, goal: ['Pointe ton arrivée.'] }));
  const { container } = render(App, { game, reader: new ReadAloud(null, new HandTimers()) });
  await screen.findByText('Réseau faible');
  game.attempt?.play?.act({ app: 'home', type: 'open-icon', iconId: 'i2' });
  await settle();
  const answer = screen.getByRole('button', { name: 'Plus tard' });
  answer.focus();
  const isInPage = watchBlur(answer);
  await fireEvent.click(answer);
  await settle();
  expect(isInPage).toEqual([true]);
  expect(game.attempt?.play?.state.apps.active).toBe('punch');
  expect(document.activeElement?.tagName).toBe('H2');
  expect(document.activeElement).toBe(container.querySelector('.glass h2'));
});

it('moves the focus to the title of the home screen when « Accueil » is pressed', async () => {
  const { game } = await playFromStart(new PlayServer({ ...punchScene, goal: ['Pointe ton arrivée.'] }));
  const { container } = render(App, { game, reader: new ReadAloud(null, new HandTimers()) });
  await screen.findByText('Réseau faible');
  const goHome = async (): Promise<void> => {
    const home = screen.getByRole('button', { name: 'Accueil' });
    home.focus();
    await fireEvent.click(home);
    await settle();
    expect(game.attempt?.play?.state.apps.home?.open).toBeNull();
    expect(document.activeElement).toBe(container.querySelector('.glass h2'));
    expect(document.activeElement?.textContent).toBe('Accueil du téléphone');
  };
  game.attempt?.play?.act({ app: 'desk', type: 'open-app', target: 'punch' });
  await settle();
  await goHome();
  game.attempt?.play?.act({ app: 'home', type: 'open-icon', iconId: 'i1' });
  await settle();
  await goHome();
});

it('takes the focus from a button of a screen before the next screen comes', async () => {
  const { game } = await playFromStart(new PlayServer({ ...punchScene, goal: ['Pointe ton arrivée.'] }));
  render(App, { game, reader: new ReadAloud(null, new HandTimers()) });
  const pause = await screen.findByRole('button', { name: 'Pause' });
  pause.focus();
  const isInPage = watchBlur(pause);
  await fireEvent.click(pause);
  await settle();
  expect(game.screen).toBe('paused');
  expect(isInPage).toEqual([true]);
  expect(document.activeElement?.tagName).toBe('H1');
});

it('takes the focus from a button of an app before its page goes away', async () => {
  const { game } = await playFromStart(new PlayServer({ ...punchScene, goal: ['Pointe ton arrivée.'] }));
  render(App, { game, reader: new ReadAloud(null, new HandTimers()) });
  await screen.findByText('Réseau faible');
  game.attempt?.play?.act({ app: 'home', type: 'open-icon', iconId: 'i3' });
  await settle();
  const back = screen.getByRole('button', { name: 'Retour' });
  back.focus();
  const isInPage = watchBlur(back);
  await fireEvent.click(back);
  await settle();
  expect(isInPage).toEqual([true]);
  expect(back.isConnected).toBe(false);
  expect(document.activeElement?.getAttribute('data-row')).toBe('i3');
});
