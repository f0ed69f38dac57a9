import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import App from '../../../client/src/App.svelte';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import type { SceneView } from '../../../server/contract/play.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { playFromStart } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

/** Ends the first scene of an attempt that also has these. */
async function endScene(others: readonly SceneView['status'][], hasWeek: boolean): Promise<void> {
  const { game } = await playFromStart(new PlayServer(sampleWorld));
  const { attempt } = game;
  if (attempt === null) throw new Error('no attempt');
  attempt.play?.act({ app: 'desk', type: 'done' });
  game.sceneEnded();
  await settle();
  const more = others.map((status, index) => ({ sceneId: String(index + 2), scenario: 'other', status }));
  attempt.view = { ...attempt.view, hasWeek, scenes: [...attempt.view.scenes, ...more] };
  render(App, { game, reader: new ReadAloud(null, new HandTimers()) });
  await screen.findByRole('button', { name: 'Continuer' });
}

describe('the end of a scene', () => {
  it('says how many tasks are behind the person if no week shows it', async () => {
    await endScene(['done', 'skipped', 'waiting', 'waiting'], false);
    expect(screen.getByText('Tâche 3 sur 5')).toBeTruthy();
  });

  it('leaves it to the week, and says nothing if there is one task', async () => {
    await endScene(['waiting'], true);
    expect(screen.queryByText(/^Tâche \d/)).toBeNull();
    cleanup();
    await endScene([], false);
    expect(screen.queryByText(/^Tâche \d/)).toBeNull();
  });
});
