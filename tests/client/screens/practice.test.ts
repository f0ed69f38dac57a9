import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import App from '../../../client/src/App.svelte';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { createPage, playFromStart, TabHistory, type TestPage } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

const words = 'Aperçu : rien n’est noté ni enregistré au dossier.';
const back = 'Revenir à la page du personnel';
let server: PlayServer;

beforeEach(() => {
  locale.current = 'fr';
  server = new PlayServer({ ...sampleWorld, goal: ['Réponds à Marc.'] });
  server.practice = true;
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show({ game }: TestPage): void {
  render(App, { game, reader: new ReadAloud(null, new HandTimers()) });
}

async function showNotice(): Promise<TestPage> {
  const page = createPage(server);
  show(page);
  await page.game.start('the-code-of-a-launch-1234');
  await settle();
  return page;
}

describe('a preview by staff', () => {
  it('says so on every screen, including the end', async () => {
    const page = await playFromStart(server);
    show(page);
    const screens: string[] = [];
    const look = (): void => {
      expect(screen.getByText(words)).toBeTruthy();
      screens.push(page.game.screen);
    };
    look();
    page.game.attempt?.play?.act({ app: 'desk', type: 'done' });
    page.game.sceneEnded();
    await settle();
    look();
    await page.game.next();
    await settle();
    look();
    expect(screen.getByText('C’était un aperçu. Aucun résultat n’est envoyé.')).toBeTruthy();
    expect(screen.queryByText(/Votre résultat va à votre organisme/)).toBeNull();
    await page.game.quit();
    await settle();
    look();
    expect(screens).toEqual(['scene', 'scene-end', 'finished', 'goodbye']);
  });

  it('starts again when the last one is over, and continues after a reload', async () => {
    const history = new TabHistory();
    const { game } = await playFromStart(server, history);
    game.attempt?.play?.act({ app: 'desk', type: 'done' });
    game.sceneEnded();
    await game.next();
    const reloaded = createPage(server, history);
    await reloaded.game.start(null);
    expect(reloaded.game.screen).toBe('finished');
    const opened = createPage(server);
    await opened.game.start('the-code-of-a-launch-1234');
    expect(opened.game.screen).toBe('notice');
  });

  it('leads back to the staff page', async () => {
    const goBack = vi.spyOn(window.history, 'back').mockImplementation(() => undefined);
    await showNotice();
    await fireEvent.click(screen.getByRole('button', { name: back }));
    expect(goBack).toHaveBeenCalledOnce();
  });
});

describe('a preview by the LMS’s test person', () => {
  it('has no staff page to go back to', async () => {
    server.testUser = true;
    await showNotice();
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: back })).toBeNull();
  });
});

describe('a real attempt', () => {
  it('shows no preview banner', async () => {
    server.practice = false;
    await showNotice();
    expect(screen.queryByText(/rien n’est noté/)).toBeNull();
    expect(screen.queryByRole('button', { name: back })).toBeNull();
  });
});
