/** Help whose arrow shows only a step towards the place that its words are about. */
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import App from '../../../client/src/App.svelte';
import { helpFr } from '../../../client/src/i18n/catalogues/help.fr.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import type { World, WorldAction } from '../../../scenarios/world/types.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { playFromStart } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

const world: World = {
  ...sampleWorld,
  help: [{ id: 'answer', title: 'help', say: 'say', where: 'mail:compose', whereText: 'where', how: [] }],
};

async function press(name: string): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await settle();
}

it('speaks of the box only once it is there, and before of the way to it', async () => {
  const { game } = await playFromStart(new PlayServer(world));
  render(App, { game, reader: new ReadAloud(null, new HandTimers()) });
  await screen.findByRole('region', { name: 'Courriel' });
  const act = async (action: WorldAction): Promise<void> => {
    game.attempt?.play?.act(action);
    await settle();
  };
  await act({ app: 'mail', type: 'open', messageId: 'm2' });
  await press('Aide');
  await press('help');
  await press('Montre-moi où');
  expect(document.querySelector('[data-help="mail:reply"].pointed')).not.toBeNull();
  expect(screen.getByText(helpFr['help.way'])).toBeTruthy();
  expect(screen.queryByText('where')).toBeNull();
  await act({ app: 'mail', type: 'reply', messageId: 'm2' });
  expect(document.querySelector('[data-help="mail:compose"].pointed')).not.toBeNull();
  expect(screen.getByText('where')).toBeTruthy();
  expect(screen.queryByText(helpFr['help.way'])).toBeNull();
});

it('speaks of an attachment once one is pointed at', async () => {
  const [topic] = world.help;
  const help = topic === undefined ? [] : [{ ...topic, where: 'mail:attachment' }];
  const { game } = await playFromStart(new PlayServer({ ...world, help }));
  render(App, { game, reader: new ReadAloud(null, new HandTimers()) });
  await screen.findByRole('region', { name: 'Courriel' });
  await press('Aide');
  await press('help');
  await press('Montre-moi où');
  expect(document.querySelector('[data-help="mail:list"].pointed')).not.toBeNull();
  expect(screen.getByText(helpFr['help.way'])).toBeTruthy();
  game.attempt?.play?.act({ app: 'mail', type: 'open', messageId: 'm2' });
  await settle();
  expect(document.querySelector('[data-help="mail:attachment:a1"].pointed')).not.toBeNull();
  expect(screen.getByText('where')).toBeTruthy();
});
