/** The question about research, also when the page is loaded again. */
import { cleanup, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPage, TabHistory, type TestPage } from '../support/page.ts';
import { press, setUpResearchPage, show } from './research-page.ts';

const research = setUpResearchPage();

describe('the question about research', () => {
  it('asks one purpose after the other, then goes on', async () => {
    const { game } = await research.begin();
    await screen.findByRole('heading', { name: 'Une question sur la recherche' });
    expect(await screen.findByText('L’équipe LINC fait une recherche.')).toBeTruthy();
    await press('Oui, j’accepte');
    expect(document.activeElement?.textContent).toBe('Et pour d’autres recherches?');
    expect(research.server.answered).toBeNull();
    await press('Non, seulement cette recherche');
    expect(research.server.answered).toEqual({
      version: '1.1',
      language: 'fr',
      answer: 'given',
      future: false,
    });
    await expect.poll(() => game.screen).not.toBe('research');
  });

  it('goes on after a refusal and after « Plus tard », and asks no more in this page', async () => {
    const { game } = await research.begin();
    await press('Plus tard');
    expect(research.server.answered).toMatchObject({ answer: 'later' });
    await expect.poll(() => game.screen).not.toBe('research');
    await game.next();
    expect(game.screen).not.toBe('research');
  });

  it('is not asked before a scored scene is done', async () => {
    research.server.hasPlayed = false;
    expect((await research.begin()).game.screen).not.toBe('research');
  });

  it('is not asked if the study asks nothing', async () => {
    research.server.question = null;
    expect((await research.begin()).game.screen).not.toBe('research');
  });
});

describe('the second question', () => {
  it('leads back to the first, where everything can still be answered', async () => {
    await research.begin();
    await press('Oui, j’accepte');
    await press('Question précédente');
    expect(document.activeElement?.textContent.trim()).toBe('L’équipe LINC fait une recherche.');
    await press('Non');
    expect(research.server.answered).toMatchObject({ answer: 'refused', future: false });
  });
});

describe('a page that is loaded again while the question is open', () => {
  async function reload(): Promise<TestPage> {
    cleanup();
    const page = createPage(research.server);
    show(page);
    await page.game.start('the-code-of-a-launch-1234');
    return page;
  }

  it('asks it again after the last scene, then shows the end', async () => {
    await research.begin();
    await screen.findByRole('heading', { name: 'Une question sur la recherche' });
    if (research.server.view) research.server.view = { ...research.server.view, status: 'finished' };
    const { game } = await reload();
    await screen.findByRole('heading', { name: 'Une question sur la recherche' });
    await press('Non');
    expect(game.screen).toBe('finished');
    expect((await reload()).game.screen).toBe('finished');
  });
});

describe('a page that is loaded again while the second question is open', () => {
  let history: TabHistory;
  beforeEach(() => {
    history = new TabHistory();
  });

  async function load(): Promise<TestPage> {
    cleanup();
    const page = createPage(research.server, history);
    show(page);
    await page.game.start('the-code-of-a-launch-1234');
    return page;
  }

  /** The first question has its yes, and nothing is sent yet. */
  async function agree(): Promise<void> {
    const { game } = await load();
    await game.acceptNotice();
    await game.next();
    await press('Oui, j’accepte');
    if (research.server.view) research.server.view = { ...research.server.view, status: 'finished' };
  }

  it('goes on at the second', async () => {
    await agree();
    const { game } = await load();
    await screen.findByRole('heading', { name: 'Et pour d’autres recherches?' });
    expect(document.activeElement?.textContent).toBe('Et pour d’autres recherches?');
    expect(research.server.answered).toBeNull();
    await press('Oui, pour les autres aussi');
    expect(research.server.answered).toMatchObject({ answer: 'given', future: true });
    expect(game.screen).toBe('finished');
  });

  it.each([
    ['the person went back to the first', () => press('Question précédente')],
    [
      'the question has other words now',
      () => {
        if (research.server.question)
          research.server.question = { ...research.server.question, version: '1.2' };
        return Promise.resolve();
      },
    ],
  ])('begins with the first if %s', async (_name, change) => {
    await agree();
    await change();
    await load();
    expect(await screen.findByRole('button', { name: 'Oui, j’accepte' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Et pour d’autres recherches?' })).toBeNull();
  });

  it('keeps nothing of the answer in the tab once it is sent', async () => {
    await agree();
    await press('Non, seulement cette recherche');
    expect(JSON.stringify(history.state)).toContain('"agreed":null');
  });
});
