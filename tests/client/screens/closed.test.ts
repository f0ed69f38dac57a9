/** An activity that has nothing more, or nothing at all, to play: what the end offers, and what is said instead. */
import { cleanup, render, screen } from '@testing-library/svelte';
import { fireEvent } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import App from '../../../client/src/App.svelte';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { createPage, playFromStart, type TestPage } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

let server: PlayServer;

beforeEach(() => {
  locale.current = 'fr';
  server = new PlayServer(sampleWorld);
});
afterEach(cleanup);

function show({ game }: TestPage): void {
  render(App, { game, reader: new ReadAloud(null, new HandTimers()) });
}

const heading = (): string => screen.getByRole('heading', { level: 1 }).textContent;
const again = (): HTMLElement | null => screen.queryByRole('button', { name: 'Rejouer du début' });

/** Plays the only scene to its end; the server's response then is set by `answer`. */
async function playToTheEnd(answer: () => void = () => undefined): Promise<TestPage> {
  const page = await playFromStart(server);
  page.game.attempt?.play?.act({ app: 'desk', type: 'done' });
  page.game.sceneEnded();
  answer();
  await page.game.next();
  show(page);
  await settle();
  return page;
}

describe('the end', () => {
  it('offers another attempt below the result if the activity allows one, and asks before', async () => {
    await playToTheEnd();
    const button = screen.getByRole('button', { name: 'Rejouer du début' });
    const result = screen.getByRole('button', { name: 'Voir mon résultat' });
    expect(result.compareDocumentPosition(button)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    await fireEvent.click(button);
    expect(heading()).toBe('Merci!');
    expect(screen.getByText(shellFr['confirm.again.text'])).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Oui, rejouer' }));
    await settle();
    expect(heading()).toBe('Avant de commencer');
  });

  it('offers none after the last attempt, and says so kindly', async () => {
    const { game } = await playToTheEnd(() => {
      server.mayBeginAnother = false;
    });
    expect(heading()).toBe('Merci!');
    expect(again()).toBeNull();
    expect(screen.getByText(/C’était votre dernier essai ici\./)).toBeTruthy();
    game.playAgain();
    expect(game.screen).toBe('finished');
  });

  it('is shown without an offer while it is unknown whether another attempt is allowed', async () => {
    await playToTheEnd(() => {
      server.closed = 'scenario.unknown';
    });
    expect(heading()).toBe('Merci!');
    expect(again()).toBeNull();
    expect(screen.queryByText(/votre dernier essai/)).toBeNull();
  });
});

describe('which attempt counts', () => {
  it.each([
    [2, true, shellFr['finished.counts']],
    [2, false, shellFr['finished.short.before']],
    [1, false, /il faut au moins 6\s+tâches/u],
    [1, false, shellFr['finished.short.seen']],
  ])('is said at the end of attempt %i (long enough: %s)', async (number, isEnough, text) => {
    await playToTheEnd(() => {
      if (server.view !== null) server.view = { ...server.view, number, isEnough };
    });
    expect(screen.getByText(text)).toBeTruthy();
  });

  it('is not said of a first attempt that counts', async () => {
    await playToTheEnd();
    expect(screen.getByText(shellFr['finished.2'])).toBeTruthy();
    for (const key of ['finished.counts', 'finished.short.seen'] as const) {
      expect(screen.queryByText(shellFr[key])).toBeNull();
    }
  });

  it('does not say that a result goes to the organisation when the attempt is too short', async () => {
    await playToTheEnd(() => {
      if (server.view !== null) server.view = { ...server.view, isEnough: false };
    });
    expect(screen.queryByText(shellFr['finished.2'])).toBeNull();
  });
});

describe('another attempt', () => {
  it.each([
    ['replaces one that counts', {}, shellFr['finished.replaces']],
    ['replaces one that somebody looks at first', { isHeld: true }, shellFr['finished.replaces']],
    ['counts after one that was too short', { isEnough: false }, shellFr['finished.new']],
    ['counts after one that was set aside', { isKept: false }, shellFr['finished.new']],
  ])('%s, says its button, below what comes next', async (_what, change, text) => {
    await playToTheEnd(() => {
      if (server.view !== null) server.view = { ...server.view, ...change };
    });
    const button = again();
    const described = document.getElementById(button?.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toBe(text);
    const next = screen.getByText(shellFr['finished.3']);
    expect(next.compareDocumentPosition(described ?? next)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });
});

describe('an activity with nothing to play', () => {
  it.each([
    ['activity.content-unknown', 'Cette activité n’est pas prête', /personne qui vous accompagne/],
    ['activity.needs-unmet', 'Cette activité n’est pas prête', /personne qui vous accompagne/],
    ['attempt.none-left', 'Vous avez fait tous vos essais', /personne qui vous accompagne/],
  ])('says whom to ask, and offers no useless retry: %s', async (code, title, next) => {
    server.closed = code;
    const page = createPage(server);
    await page.game.start('the-code-of-a-launch-1234');
    show(page);
    await settle();
    expect(heading()).toBe(title);
    expect(screen.getByText(next)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Réessayer' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Retourner au cours' })).toBeTruthy();
  });

  it('is announced before the notice if the last attempt was abandoned', async () => {
    const page = await playFromStart(server);
    if (server.view === null) throw new Error('no attempt');
    server.view = { ...server.view, status: 'abandoned' };
    server.mayBeginAnother = false;
    await page.game.retry();
    expect(page.game.screen).toBe('unavailable');
    show(page);
    expect(heading()).toBe('Vous avez fait tous vos essais');
  });
});
