import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import App from '../../../client/src/App.svelte';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import type { World } from '../../../scenarios/world/types.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { MemoryStorage } from '../support/memory-storage.ts';
import { createPage, type TestPage } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

const introduction = ['one', 'two', 'three'].map((text): World['introduction'][number] => ({
  by: 'nadia',
  expression: 'neutral',
  text,
}));

function show({ game }: TestPage): void {
  cleanup();
  render(App, { game, reader: new ReadAloud(null, new HandTimers()) });
}

async function press(key: 'introduction.next' | 'introduction.play' | 'continue.go'): Promise<void> {
  await fireEvent.click(await screen.findByRole('button', { name: shellFr[key] }));
  await settle();
}

it('goes on at the same message when the course is loaded anew, and forgets it once the task begins', async () => {
  const server = new PlayServer({ ...sampleWorld, introduction });
  const storage = new MemoryStorage();
  const page = createPage(server, undefined, undefined, undefined, storage);
  show(page);
  await page.game.start('the-code-of-a-launch-1234');
  await page.game.acceptNotice();
  await page.game.next();
  await screen.findByText('one');
  await press('introduction.next');
  await screen.findByText('two');
  const again = createPage(server, undefined, undefined, undefined, storage);
  show(again);
  await again.game.start('the-code-of-a-launch-5678');
  await press('continue.go');
  if (again.game.screen === 'welcome') await again.game.next();
  await screen.findByText('two');
  await press('introduction.next');
  await screen.findByText('three');
  await press('introduction.play');
  expect(storage.getItem('numplus.typed')).toBeNull();
});
