/** Background questions: offered at the end, one at a time, and changed in « Mes données ». */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import App from '../../../client/src/App.svelte';
import { backgroundFr } from '../../../client/src/i18n/catalogues/background.fr.ts';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import { noBackground } from '../../../server/contract/background.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { playFromStart } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

const decline = backgroundFr['background.decline'];
const offered = { name: backgroundFr['background.offer'] };

let server: PlayServer;
beforeEach(() => {
  locale.current = 'fr';
  server = new PlayServer(sampleWorld);
  server.background.isAsked = true;
});
afterEach(cleanup);

async function playToTheEnd(): Promise<void> {
  const { game } = await playFromStart(server);
  game.attempt?.play?.act({ app: 'desk', type: 'done' });
  game.sceneEnded();
  await game.next();
  render(App, { game, reader: new ReadAloud(null, new HandTimers()) });
  await settle();
}

async function press(name: string): Promise<void> {
  await fireEvent.click(await screen.findByRole('button', { name }));
  await settle();
}

async function answer(...names: readonly string[]): Promise<void> {
  for (const name of names) await press(name);
}

describe('background questions', () => {
  it('are offered at the end, and each can be skipped', async () => {
    await playToTheEnd();
    await press(offered.name);
    await press('Commencer');
    expect(document.activeElement?.textContent.trim()).toBe('Quel âge avez-vous?');
    await answer('De 25 à 34 ans', decline, 'Une langue autochtone', decline);
    expect(server.background.answers).toEqual({
      ...noBackground,
      ageGroup: '25-34',
      firstLanguage: 'indigenous',
    });
    expect(screen.getByText('Merci. C’est la fin des questions.')).toBeTruthy();
    expect(screen.getAllByText('Sans réponse')).toHaveLength(2);
  });

  it('are not offered to whoever is not asked', async () => {
    server.background.isAsked = false;
    await playToTheEnd();
    await expect.poll(() => server.requests.includes('GET /api/background')).toBe(true);
    await settle();
    expect(screen.queryByRole('button', offered)).toBeNull();
  });

  it('stay where they are if an answer is not saved', async () => {
    await playToTheEnd();
    await press(offered.name);
    await press('Commencer');
    server.background.isRefusing = true;
    await press('65 ans ou plus');
    expect(screen.getByText(backgroundFr['background.lost'])).toBeTruthy();
    server.background.isRefusing = false;
    await press('65 ans ou plus');
    expect(screen.getByText('Quel est votre plus haut diplôme, d’ici ou d’ailleurs?')).toBeTruthy();
  });

  it('are changed and removed in « Mes données »', async () => {
    server.background.answers = { ...noBackground, schooling: 'college' };
    await playToTheEnd();
    await press('Mes données');
    const page = within(await screen.findByRole('dialog', { name: 'Mes données' }));
    expect(await page.findByText('Collège ou cégep')).toBeTruthy();
    await press('Changer mes réponses');
    await press('Commencer');
    await answer(decline, 'Université', decline, decline);
    expect(server.background.answers).toEqual({ ...noBackground, schooling: 'university' });
    await press('Effacer mes réponses');
    expect(server.background.answers).toEqual(noBackground);
    expect(await page.findAllByText('Sans réponse')).toHaveLength(4);
    expect(page.getByText(backgroundFr['background.removed'])).toBeTruthy();
    await press('Répondre aux questions');
    await press('Commencer');
    await answer(decline, 'Université', decline, decline);
    expect(page.queryByText(backgroundFr['background.removed'])).toBeNull();
  });

  it('are said to be erased also if the study asks them no longer', async () => {
    server.background.answers = { ...noBackground, schooling: 'college' };
    await playToTheEnd();
    await press('Mes données');
    const page = within(await screen.findByRole('dialog', { name: 'Mes données' }));
    await page.findByText('Collège ou cégep');
    server.background.isAsked = false;
    await press('Effacer mes réponses');
    expect(await page.findByText(backgroundFr['background.removed'])).toBeTruthy();
    expect(page.queryByText('Collège ou cégep')).toBeNull();
  });

  it('are read again in « Mes données » if they could not be read', async () => {
    server.background.answers = { ...noBackground, schooling: 'college' };
    await playToTheEnd();
    server.background.isRefusing = true;
    await press('Mes données');
    const page = within(await screen.findByRole('dialog', { name: 'Mes données' }));
    expect(await page.findByText(backgroundFr['background.unread'])).toBeTruthy();
    await press('Réessayer');
    expect(await page.findByText(backgroundFr['background.unread'])).toBeTruthy();
    server.background.isRefusing = false;
    await press('Réessayer');
    expect(await page.findByText('Collège ou cégep')).toBeTruthy();
    expect(page.queryByText(backgroundFr['background.unread'])).toBeNull();
    expect(document.activeElement?.textContent).toBe(backgroundFr['background.mine']);
  });
});
