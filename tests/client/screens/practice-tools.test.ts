/** The tools outside the page, when the practice page waits for them. */
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import App from '../../../client/src/App.svelte';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import { practiceScene } from '../../support/practice-scene.ts';
import { FakeSpeech, FakeUtterance } from '../support/fake-speech.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { playFromStart, type TestPage } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

let server: PlayServer;

beforeEach(() => {
  locale.current = 'fr';
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance);
  server = new PlayServer({ ...practiceScene, goal: ['Essaie.'] });
});
afterEach(cleanup);

/** Shows the scene, with every step before the named one passed over. */
async function showStep(stepId: string): Promise<TestPage> {
  const page = await playFromStart(server);
  const speech = new FakeSpeech();
  speech.voices = [{ lang: 'fr-CA', localService: true }];
  const reader = new ReadAloud(
    speech as unknown as SpeechSynthesis,
    new HandTimers(),
    page.game.preferences.comfort,
  );
  render(App, { game: page.game, reader });
  const ids = practiceScene.practice?.steps.map(({ id }) => id) ?? [];
  for (const id of ids.slice(0, ids.indexOf(stepId))) {
    page.game.attempt?.play?.act({ app: 'practice', type: 'pass', stepId: id });
  }
  await screen.findByRole('region', { name: 'Pour essayer' });
  return page;
}

async function press(name: string): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await settle();
}

function outcomeOf(page: TestPage, stepId: string): string | undefined {
  return page.game.attempt?.play?.state.apps.practice?.outcomes[stepId];
}

describe('skipping a scene', () => {
  const dialog = (): string => screen.getByRole('dialog').textContent;

  it('speaks of no lost points if the scene gives none', async () => {
    server = new PlayServer({ ...practiceScene, scored: false, goal: ['Essaie.'] });
    await showStep('listen');
    await press(shellFr['tool.skip']);
    expect(dialog()).toContain(shellFr['confirm.skip.practice']);
    expect(dialog()).not.toContain('points');
  });

  it('says that a scored scene gives no points then', async () => {
    server = new PlayServer({ ...practiceScene, scored: true, goal: ['Essaie.'] });
    await showStep('listen');
    await press(shellFr['tool.skip']);
    expect(dialog()).toContain(shellFr['confirm.skip.text']);
  });
});

describe('what a question offers first', () => {
  const primary = (): string =>
    document.querySelector('dialog[open] .primary, [role="dialog"] .primary')?.textContent.trim() ?? '';

  it('is to stay when a task would be left undone', async () => {
    await showStep('listen');
    await press(shellFr['tool.skip']);
    expect(primary()).toBe(shellFr['confirm.skip.no']);
  });

  it('is to end a task that the person says is done', async () => {
    await showStep('listen');
    await press(shellFr['tool.done']);
    expect(primary()).toBe(shellFr['confirm.done.yes']);
  });
});

describe('a step about a tool outside the page', () => {
  it('is done by « Écouter »', async () => {
    const page = await showStep('listen');
    await press('Écouter');
    expect(outcomeOf(page, 'listen')).toBe('done');
    expect(server.stored.slice(-2).map(({ action }) => action.type)).toEqual(['listen', 'use']);
  });

  it('is done by « Pause », and the next one is shown when the person comes back', async () => {
    const page = await showStep('pause');
    await press('Pause');
    await press('Reprendre');
    expect(outcomeOf(page, 'pause')).toBe('done');
    expect(await screen.findByRole('heading', { name: 'Choisis Confort.' })).toBeTruthy();
  });

  it('is done by another text size', async () => {
    const page = await showStep('size');
    page.game.preferences.chooseSetting({ app: 'frame', type: 'setting', name: 'contrast', value: 'high' });
    await settle();
    expect(outcomeOf(page, 'size')).toBeUndefined();
    page.game.preferences.chooseSetting({ app: 'frame', type: 'setting', name: 'text-size', value: '125' });
    await settle();
    expect(outcomeOf(page, 'size')).toBe('done');
  });

  it('is done by settings that close on the text size that was there', async () => {
    const page = await showStep('size');
    await press('Confort');
    await screen.findByRole('button', { name: 'Fermer' });
    await press('Fermer');
    expect(outcomeOf(page, 'size')).toBe('done');
  });

  it('is not done by the tool of another step', async () => {
    const page = await showStep('pause');
    await press('Écouter');
    expect(outcomeOf(page, 'pause')).toBeUndefined();
  });
});
