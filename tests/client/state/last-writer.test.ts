import { mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { t } from '../../../client/src/i18n/shell.ts';
import ContinueHere from '../../../client/src/screens/ContinueHere.svelte';
import { LastWriter } from '../../../client/src/state/last-writer.ts';
import type { TabStorage } from '../../../client/src/state/typed-boxes.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { MemoryStorage } from '../support/memory-storage.ts';
import { createPage, playFromStart } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

const refusing: TabStorage = {
  getItem: () => {
    throw new Error('blocked');
  },
  setItem: () => {
    throw new Error('blocked');
  },
  removeItem: () => {
    throw new Error('blocked');
  },
};

/** Plays in a tab, launches again in a tab, and returns the words of the page that asks. */
async function launchAgain(first: TabStorage | null, second: TabStorage | null): Promise<string> {
  locale.current = 'fr';
  const server = new PlayServer(sampleWorld);
  await playFromStart(server, undefined, undefined, first);
  const { game } = createPage(server, undefined, undefined, undefined, second);
  await game.start('the-code-of-a-launch-5678');
  expect(game.screen).toBe('continue-here');
  const page = mount(ContinueHere, { target: document.body, props: { game } });
  const words = document.body.textContent;
  await unmount(page);
  return words;
}

it('names no other window after a launch in the same tab', async () => {
  const tab = new MemoryStorage();
  const words = await launchAgain(tab, tab);
  expect(words).toContain(t('continue.1'));
  expect(words).not.toContain(t('continue.2'));
});

it('says that another window is possible after a launch in another tab', async () => {
  expect(await launchAgain(new MemoryStorage(), new MemoryStorage())).toContain(t('continue.2'));
});

it('names no other window if the browser stores nothing, as a reload of the course looks the same', async () => {
  const words = await launchAgain(null, null);
  expect(words).not.toContain(t('continue.2'));
  expect(await launchAgain(refusing, refusing)).not.toContain(t('continue.2'));
  expect(new LastWriter(null).read()).toBeNull();
});
