/** « Mes données »: what is kept, a copy, and erasing, which is asked twice. */
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import App from '../../../client/src/App.svelte';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { createPage, type TestPage } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

let server: PlayServer;
beforeEach(() => {
  locale.current = 'fr';
  server = new PlayServer(sampleWorld);
});
afterEach(cleanup);

async function begin(): Promise<TestPage> {
  const page = createPage(server);
  render(App, { game: page.game, reader: new ReadAloud(null, new HandTimers()) });
  await page.game.start('the-code-of-a-launch-1234');
  await page.game.acceptNotice();
  await page.game.next();
  return page;
}

async function press(name: string): Promise<void> {
  await fireEvent.click(await screen.findByRole('button', { name }));
  await settle();
}

async function open(): Promise<TestPage> {
  const page = await begin();
  await press('Confort');
  await press('Mes données');
  return page;
}

describe('« Mes données »', () => {
  it('says what is kept, and leads to the whole notice and back', async () => {
    await open();
    expect(await screen.findByText('3 gestes dans le jeu.')).toBeTruthy();
    await press('Lire tout l’avis');
    expect(await screen.findByText('Vous pouvez demander une copie.')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('L’avis en entier');
    await press('Revenir à mes données');
    expect(await screen.findByText('3 gestes dans le jeu.')).toBeTruthy();
  });

  it('shows the notice alone in a trial, where nothing is kept', async () => {
    server.practice = true;
    await open();
    expect(await screen.findByText('Vous pouvez demander une copie.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Effacer mes données' })).toBeNull();
  });

  it('erases only after a second question, and ends the game', async () => {
    const { game } = await open();
    await press('Effacer mes données');
    expect(await screen.findByText('Votre cours garde la note qu’il a déjà.')).toBeTruthy();
    await press('Continuer vers l’effacement');
    expect(document.activeElement?.textContent).toBe('Voulez-vous tout effacer?');
    expect(server.isErased).toBe(false);
    await press('Oui, tout effacer');
    expect(server.isErased).toBe(true);
    expect(game.screen).toBe('erased');
    expect(await screen.findByRole('heading', { name: 'Vos données sont effacées' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says how many minutes to wait when no more copies may be taken in the hour', async () => {
    await open();
    server.secondsUntilCopy = 41 * 60 + 5;
    await press('Une page à lire');
    expect(
      await screen.findByText('Le nombre de copies par heure est limité. Réessayez dans 42 minutes.'),
    ).toBeTruthy();
    server.secondsUntilCopy = 20;
    await press('Une page à lire');
    expect(
      await screen.findByText('La copie n’est pas prête. Réessayez dans quelques minutes.'),
    ).toBeTruthy();
  });

  it('keeps everything if the person turns back, or the server does not confirm', async () => {
    const { game } = await open();
    await press('Effacer mes données');
    await press('Garder mes données');
    expect(await screen.findByText('3 gestes dans le jeu.')).toBeTruthy();
    await press('Effacer mes données');
    await press('Continuer vers l’effacement');
    server.line = 'down';
    await press('Oui, tout effacer');
    expect(
      await screen.findByText('L’effacement n’est pas confirmé. Réessayez dans quelques minutes.'),
    ).toBeTruthy();
    expect(game.screen).not.toBe('erased');
  });
});
