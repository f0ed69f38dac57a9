/** A page of a study that asks about research, of somebody who has played. */
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach } from 'vitest';
import App from '../../../client/src/App.svelte';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { createPage, type TestPage } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

interface ResearchPage {
  /** Of the running test. */
  readonly server: PlayServer;
  /** Accepts the notice and plays one scene. */
  readonly begin: () => Promise<TestPage>;
}

export function setUpResearchPage(): ResearchPage {
  let server: PlayServer;
  beforeEach(() => {
    locale.current = 'fr';
    server = new PlayServer(sampleWorld);
    server.hasPlayed = true;
    server.question = {
      version: '1.1',
      research: { fr: ['L’équipe LINC fait une recherche.'], en: ['The LINC team is doing research.'] },
      future: { fr: ['Et plus tard.'], en: ['And later.'] },
    };
  });
  afterEach(cleanup);
  return {
    get server() {
      return server;
    },
    begin: async () => {
      const page = createPage(server);
      show(page);
      await page.game.start('the-code-of-a-launch-1234');
      await page.game.acceptNotice();
      await page.game.next();
      return page;
    },
  };
}

export function show({ game }: TestPage): void {
  render(App, { game, reader: new ReadAloud(null, new HandTimers()) });
}

export async function press(name: string): Promise<void> {
  await fireEvent.click(await screen.findByRole('button', { name }));
  await settle();
}
