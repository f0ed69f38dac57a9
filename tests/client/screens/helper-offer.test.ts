/** The offer of a helper, and the eased scene that follows if it is accepted. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import App from '../../../client/src/App.svelte';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import type { World } from '../../../scenarios/world/types.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { createPage, TabHistory, type TestPage } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

const [topic] = sampleWorld.help;
if (topic === undefined) throw new Error('the sample world has no help');
const world: World = { ...sampleWorld, help: [topic, { ...topic, id: 'second', title: 'second title' }] };
let server: PlayServer;

beforeEach(() => {
  locale.current = 'fr';
  server = new PlayServer(world);
  server.offersHelper = true;
});
afterEach(cleanup);

async function showOffer(history = new TabHistory()): Promise<TestPage> {
  const page = createPage(server, history);
  render(App, { game: page.game, reader: new ReadAloud(null, new HandTimers()) });
  await page.game.start('the-code-of-a-launch-1234');
  await page.game.acceptNotice();
  await page.game.next();
  await screen.findByRole('heading', { name: 'Quelqu’un à côté de toi?' });
  return page;
}

async function press(name: string): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await settle();
}

/** From the answer through the introduction into the scene. */
async function playOn(page: TestPage): Promise<void> {
  await screen.findByRole('button', { name: shellFr['introduction.play'] });
  page.game.play();
  await screen.findByRole('region', { name: 'Courriel' });
  await settle();
}

describe('the offer of a helper', () => {
  it('takes focus on its heading, and says that nothing is lost', async () => {
    await showOffer();
    expect(document.activeElement?.textContent).toBe('Quelqu’un à côté de toi?');
    expect(screen.getByText(/Ton résultat ne baisse pas/)).toBeTruthy();
  });

  it('turns on the helping hand and continues with help visible when accepted', async () => {
    const page = await showOffer();
    await press('Oui, avec quelqu’un');
    expect(server.frames).toContainEqual({ app: 'frame', type: 'helper-offer', answer: 'accepted' });
    expect(page.game.preferences.comfort.values.helper).toBe('on');
    await playOn(page);
    expect(screen.getByRole('button', { name: 'Coup de main' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Aide' })).toBeTruthy();
  });

  it('continues as usual when declined', async () => {
    const page = await showOffer();
    await press('Non, je continue');
    expect(server.frames).toContainEqual({ app: 'frame', type: 'helper-offer', answer: 'declined' });
    await playOn(page);
    expect(screen.queryByRole('button', { name: 'Coup de main' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Aide' })).toBeNull();
  });

  it('is shown again after a reload without an answer, and not after one', async () => {
    const history = new TabHistory();
    await showOffer(history);
    cleanup();
    const again = createPage(server, history);
    await again.game.start(null);
    expect(again.game.screen).toBe('helper-offer');
    await again.game.goOnAfter(() => {
      again.game.preferences.answerHelperOffer('declined');
    });
    const last = createPage(server, history);
    await last.game.start(null);
    expect(last.game.screen).toBe('introduction');
  });
});

describe('an eased scene', () => {
  async function showHelp(): Promise<HTMLElement> {
    const page = await showOffer();
    await press('Oui, avec quelqu’un');
    await playOn(page);
    return screen.getByRole('region', { name: 'Aide' });
  }

  it('begins with the first topic shown and read aloud, recorded as not asked for', async () => {
    const help = await showHelp();
    expect(within(help).getByRole('heading', { level: 3 }).textContent).toBe(topic.title);
    expect(within(help).getByText(topic.say)).toBeTruthy();
    expect(within(help).getByText(topic.whereText)).toBeTruthy();
    expect(document.querySelector(`[data-help="${topic.where}"] .mark, .pointed`)).not.toBeNull();
    expect(server.stored).toEqual([]);
    expect(help.contains(document.activeElement)).toBe(false);
  });

  it('goes from one topic to the next, which is recorded, up to the last', async () => {
    const help = await showHelp();
    await press('Conseil suivant');
    expect(within(help).getByRole('heading', { level: 3 }).textContent).toBe('second title');
    expect(server.stored.map(({ action }) => action)).toEqual([
      { app: 'desk', type: 'help', topic: 'second', step: 2 },
    ]);
    expect(screen.queryByRole('button', { name: 'Conseil suivant' })).toBeNull();
  });

  it('can close help like any other scene', async () => {
    await showHelp();
    await press('Fermer l’aide');
    expect(screen.queryByRole('region', { name: 'Aide' })).toBeNull();
    await press('Aide');
    expect(screen.getByText('Sur quoi veux-tu de l’aide?')).toBeTruthy();
  });
});
