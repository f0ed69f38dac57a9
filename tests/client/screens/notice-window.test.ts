/** Where the notice offers a window of its own, and where it does not. */
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import App from '../../../client/src/App.svelte';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import type { Windows } from '../../../client/src/state/own-window.svelte.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { FakeSpeech, FakeUtterance } from '../support/fake-speech.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { createPage, TabHistory, type TestPage } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

let isLow: boolean;
let server: PlayServer;

beforeEach(() => {
  locale.current = 'fr';
  isLow = true;
  server = new PlayServer(sampleWorld);
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance);
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: isLow && query.includes('height < 560px'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open(
  isFramed = true,
  answering: { readonly fetch: typeof fetch } = server,
): Promise<TestPage> {
  const windows: Windows = {
    isFramed,
    open: () => null,
    tellOpener: () => undefined,
    listen: () => undefined,
  };
  const page = createPage(answering, new TabHistory(), crypto, windows);
  const reader = new ReadAloud(new FakeSpeech() as unknown as SpeechSynthesis, new HandTimers());
  render(App, { game: page.game, reader });
  await page.game.start('the-code-of-a-launch-1234');
  await settle();
  return page;
}

function isOffered(): boolean {
  screen.getByRole('heading', { name: shellFr['notice.title'] });
  return screen.queryByRole('button', { name: shellFr['window.open'] }) !== null;
}

it('is offered in a low frame, and in no other place', async () => {
  await open();
  expect(isOffered()).toBe(true);
  cleanup();
  isLow = false;
  await open();
  expect(isOffered()).toBe(false);
  cleanup();
  isLow = true;
  await open(false);
  expect(isOffered()).toBe(false);
});

it.each([false, true])('is not offered when somebody plays again here; preview: %s', async (practice) => {
  server.practice = practice;
  const { game } = await open();
  await game.acceptNotice();
  await game.finish();
  await settle();
  game.playAgain();
  await settle();
  expect(isOffered()).toBe(false);
});

it('keeps its title and its buttons in their places until the attempt that it began has opened', async () => {
  let answer = (): void => undefined;
  const waiting = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const slow: typeof fetch = async (input, init) => {
    const response = await server.fetch(input, init);
    if (typeof input === 'string' && input.endsWith('/open')) await waiting;
    return response;
  };
  const { game } = await open(true, { fetch: slow });
  const shown = (): string[] =>
    ['heading', 'button'].flatMap((role) => screen.getAllByRole(role).map((one) => one.textContent.trim()));
  const before = shown();
  const accepting = game.acceptNotice();
  await settle();
  expect(game.attempt).not.toBeNull();
  expect(shown()).toEqual(before);
  answer();
  await accepting;
  expect(game.screen).toBe('welcome');
});
