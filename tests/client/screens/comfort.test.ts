import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import App from '../../../client/src/App.svelte';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { FakeSpeech, FakeUtterance } from '../support/fake-speech.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { createPage, type TestPage } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

let speech: FakeSpeech;

beforeEach(() => {
  locale.current = 'fr';
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance);
  speech = new FakeSpeech();
  const french = { lang: 'fr-CA', localService: true };
  speech.voices = [
    { ...french, name: 'Amélie' },
    { ...french, name: 'Nicolas' },
  ];
});
afterEach(cleanup);

async function openComfort(): Promise<{ page: TestPage; dialog: HTMLElement }> {
  const page = createPage(new PlayServer(sampleWorld));
  const reader = new ReadAloud(
    speech as unknown as SpeechSynthesis,
    new HandTimers(),
    page.game.preferences.comfort,
  );
  render(App, { game: page.game, reader });
  await page.game.start('the-code-of-a-launch-1234');
  await fireEvent.click(screen.getByRole('button', { name: 'Confort' }));
  return { page, dialog: await screen.findByRole('dialog', { name: 'Votre confort' }) };
}

function choice(dialog: HTMLElement, group: string, name: string): HTMLInputElement {
  const radios = within(within(dialog).getByRole('group', { name: group }));
  return radios.getByRole<HTMLInputElement>('radio', { name });
}

describe('the comfort settings', () => {
  it('are native radio buttons that change the page at once', async () => {
    const { dialog } = await openComfort();
    await fireEvent.click(choice(dialog, 'Taille du texte', 'Double'));
    await fireEvent.click(choice(dialog, 'Contraste', 'Fort, noir sur blanc'));
    const { dataset } = document.documentElement;
    expect([dataset.textSize, dataset.contrast]).toEqual(['200', 'high']);
    expect(choice(dialog, 'Taille du texte', 'Double').checked).toBe(true);
  });

  it('remove the read-aloud buttons everywhere, and bring them back', async () => {
    const { page, dialog } = await openComfort();
    const listening = (): number => screen.queryAllByRole('button', { name: 'Écouter' }).length;
    const before = listening();
    await fireEvent.click(choice(dialog, 'Lecture à voix haute', 'Sans lecture'));
    expect([before > 0, listening()]).toEqual([true, 0]);
    await fireEvent.click(choice(dialog, 'Lecture à voix haute', 'Avec «\u00a0Écouter\u00a0»'));
    expect([listening(), page.game.preferences.comfort.hasVoice]).toEqual([before, true]);
  });

  it('offer the voices of the device, the default first', async () => {
    const { page, dialog } = await openComfort();
    const list = within(dialog).getByRole<HTMLSelectElement>('combobox', { name: 'Quelle voix?' });
    expect(list.value).toBe('Amélie');
    await fireEvent.change(list, { target: { value: 'Nicolas' } });
    expect(page.game.preferences.comfort.voiceName).toBe('Nicolas');
  });

  it('are shown in the language that is chosen in them', async () => {
    const { dialog } = await openComfort();
    await fireEvent.click(choice(dialog, 'Langue', 'English'));
    await settle();
    expect(screen.getByRole('dialog', { name: 'Your comfort' })).toBeTruthy();
  });
});
