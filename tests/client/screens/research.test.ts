/** The whole notice from every screen, and the question about research. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import App from '../../../client/src/App.svelte';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { researchFr } from '../../../client/src/i18n/catalogues/research.fr.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { createPage, TabHistory, type TestPage } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

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

async function begin(): Promise<TestPage> {
  const page = createPage(server);
  render(App, { game: page.game, reader: new ReadAloud(null, new HandTimers()) });
  await page.game.start('the-code-of-a-launch-1234');
  await page.game.acceptNotice();
  await page.game.next();
  return page;
}

async function press(name: string): Promise<void> {
  await fireEvent.click(await screen.findByRole('button', { name }));
  await settle();
}

describe('the question about research', () => {
  it('asks one purpose after the other, then goes on', async () => {
    const { game } = await begin();
    await screen.findByRole('heading', { name: 'Une question sur la recherche' });
    expect(await screen.findByText('L’équipe LINC fait une recherche.')).toBeTruthy();
    await press('Oui, j’accepte');
    expect(document.activeElement?.textContent).toBe('Et pour d’autres recherches?');
    expect(server.answered).toBeNull();
    await press('Non, seulement cette recherche');
    expect(server.answered).toEqual({ version: '1.1', language: 'fr', answer: 'given', future: false });
    expect(game.screen).not.toBe('research');
  });

  it('goes on after a refusal and after « Plus tard », and asks no more in this page', async () => {
    const { game } = await begin();
    await press('Plus tard');
    expect(server.answered).toMatchObject({ answer: 'later' });
    expect(game.screen).not.toBe('research');
    await game.next();
    expect(game.screen).not.toBe('research');
  });

  it('is not asked before a scored scene is done, nor if the study asks nothing', async () => {
    server.hasPlayed = false;
    expect((await begin()).game.screen).not.toBe('research');
    cleanup();
    server = new PlayServer(sampleWorld);
    server.hasPlayed = true;
    expect((await begin()).game.screen).not.toBe('research');
  });
});

describe('the second question', () => {
  it('leads back to the first, where everything can still be answered', async () => {
    await begin();
    await press('Oui, j’accepte');
    await press('Question précédente');
    expect(document.activeElement?.textContent.trim()).toBe('L’équipe LINC fait une recherche.');
    await press('Non');
    expect(server.answered).toMatchObject({ answer: 'refused', future: false });
  });
});

describe('a page that is loaded again while the question is open', () => {
  async function reload(): Promise<TestPage> {
    cleanup();
    const page = createPage(server);
    render(App, { game: page.game, reader: new ReadAloud(null, new HandTimers()) });
    await page.game.start('the-code-of-a-launch-1234');
    return page;
  }

  it('asks it again after the last scene, then shows the end', async () => {
    await begin();
    await screen.findByRole('heading', { name: 'Une question sur la recherche' });
    if (server.view) server.view = { ...server.view, status: 'finished' };
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
    const page = createPage(server, history);
    render(App, { game: page.game, reader: new ReadAloud(null, new HandTimers()) });
    await page.game.start('the-code-of-a-launch-1234');
    return page;
  }

  /** The first question has its yes, and nothing is sent yet. */
  async function agree(): Promise<void> {
    const { game } = await load();
    await game.acceptNotice();
    await game.next();
    await press('Oui, j’accepte');
    if (server.view) server.view = { ...server.view, status: 'finished' };
  }

  it('goes on at the second', async () => {
    await agree();
    const { game } = await load();
    await screen.findByRole('heading', { name: 'Et pour d’autres recherches?' });
    expect(document.activeElement?.textContent).toBe('Et pour d’autres recherches?');
    expect(server.answered).toBeNull();
    await press('Oui, pour les autres aussi');
    expect(server.answered).toMatchObject({ answer: 'given', future: true });
    expect(game.screen).toBe('finished');
  });

  it.each([
    ['the person went back to the first', () => press('Question précédente')],
    [
      'the question has other words now',
      () => {
        if (server.question) server.question = { ...server.question, version: '1.2' };
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

describe('the own answer and the whole notice', () => {
  it('asks nothing in « Mes données » before the notice is accepted', async () => {
    const page = createPage(server);
    render(App, { game: page.game, reader: new ReadAloud(null, new HandTimers()) });
    await page.game.start('the-code-of-a-launch-1234');
    await press('Confort');
    await press('Mes données');
    expect(await screen.findByText('3 gestes dans le jeu.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Oui, j’accepte' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Effacer mes données' })).toBeTruthy();
  });

  it('shows when and to what the person said yes, and says if the words changed since', async () => {
    await begin();
    await press('Oui, j’accepte');
    await press('Oui, pour les autres aussi');
    await press('Confort');
    await press('Mes données');
    expect(
      await screen.findByText(/^C’était le 24 novembre 2026\. Édition du texte\s: 1\.1\.$/),
    ).toBeTruthy();
    await press('Lire ce que j’ai accepté');
    expect(await screen.findByText('L’équipe LINC fait une recherche.')).toBeTruthy();
    expect(screen.getByText('Et plus tard.')).toBeTruthy();
    expect(screen.queryByText(/^Le texte a changé/)).toBeNull();
    await press('Cacher le texte');
    expect(screen.queryByText('Et plus tard.')).toBeNull();
    cleanup();
    if (server.question) server.question = { ...server.question, version: '1.2' };
    await begin();
    await press('Confort');
    await press('Mes données');
    await press('Lire ce que j’ai accepté');
    expect(await screen.findByText(/^Le texte a changé/)).toBeTruthy();
  });

  it('shows the words of that day if they are kept, and says that there are others today', async () => {
    const before = server.question;
    await begin();
    await press('Oui, j’accepte');
    await press('Oui, pour les autres aussi');
    cleanup();
    if (before === null) throw new Error('nothing asked');
    server.earlier = [{ ...before, versions: ['1.1'] }];
    server.question = {
      ...before,
      version: '1.2',
      research: { fr: ['D’autres mots.'], en: ['Other words.'] },
    };
    await begin();
    await press('Confort');
    await press('Mes données');
    await press('Lire ce que j’ai accepté');
    expect(await screen.findByText('Voici le texte de ce jour-là.')).toBeTruthy();
    expect(screen.getByText('L’étude a une autre édition aujourd’hui.')).toBeTruthy();
    expect(screen.getByText('L’équipe LINC fait une recherche.')).toBeTruthy();
    expect(screen.getByText('Et plus tard.')).toBeTruthy();
    expect(screen.queryByText('D’autres mots.')).toBeNull();
    expect(screen.queryByText(/^Le texte a changé/)).toBeNull();
  });

  it('takes back the yes to other research alone', async () => {
    await begin();
    await press('Oui, j’accepte');
    await press('Oui, pour les autres aussi');
    await press('Confort');
    await press('Mes données');
    await press('Retirer mon accord pour les autres recherches');
    expect(server.answered).toMatchObject({ version: '1.1', answer: 'given', future: false });
    expect(await screen.findByText('Vous avez dit oui.')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Votre réponse sur la recherche');
    expect(
      screen.queryByRole('button', { name: 'Retirer mon accord pour les autres recherches' }),
    ).toBeNull();
  });

  it('shows the own answer in « Mes données », which can be taken back', async () => {
    await begin();
    await press('Oui, j’accepte');
    await press('Oui, pour les autres aussi');
    await press('Confort');
    await press('Mes données');
    await screen.findByText('Vous avez dit oui, aussi pour d’autres recherches.');
    await press('Retirer mon accord');
    expect(server.answered).toMatchObject({ answer: 'withdrawn' });
    expect(document.activeElement?.textContent).toBe('Votre réponse sur la recherche');
    // What is kept names the answers.
    expect(server.requests.filter((one) => one === 'GET /api/own-data')).toHaveLength(2);
  });

  it('is not asked again of whoever said no, until they want to change their answer', async () => {
    await begin();
    await press('Non');
    await press('Confort');
    await press('Mes données');
    await screen.findByText('Vous avez dit non.');
    expect(screen.queryByRole('button', { name: 'Oui, j’accepte' })).toBeNull();
    await press('Changer ma réponse');
    expect(document.activeElement?.textContent).toBe('Votre réponse sur la recherche');
    await press('Oui, j’accepte');
    await press('Non, seulement cette recherche');
    expect(await screen.findByText('Vous avez dit oui.')).toBeTruthy();
  });

  it('says before an answer is taken back what goes with it', async () => {
    await begin();
    await press('Oui, j’accepte');
    await press('Non, seulement cette recherche');
    await press('Confort');
    await press('Mes données');
    const button = await screen.findByRole('button', { name: 'Retirer mon accord' });
    const described = button.getAttribute('aria-describedby') ?? '';
    expect(document.querySelector(`[id="${described}"]`)?.textContent).toBe(
      researchFr['research.withdraw.erases'],
    );
  });

  it('is read again if it could not be read at first', async () => {
    await begin();
    await press('Non');
    await press('Confort');
    server.isResearchDown = true;
    await press('Mes données');
    expect(await screen.findByText(researchFr['research.unread'])).toBeTruthy();
    await press('Réessayer');
    expect(await screen.findByText(researchFr['research.unread'])).toBeTruthy();
    server.isResearchDown = false;
    await press('Réessayer');
    expect(await screen.findByText('Vous avez dit non.')).toBeTruthy();
    expect(screen.queryByText(researchFr['research.unread'])).toBeNull();
    expect(document.activeElement?.textContent).toBe('Votre réponse sur la recherche');
  });

  it('says so if a change was not taken, and keeps the answer of before', async () => {
    await begin();
    await press('Oui, j’accepte');
    await press('Non, seulement cette recherche');
    await press('Confort');
    await press('Mes données');
    await screen.findByText('Vous avez dit oui.');
    server.isResearchDown = true;
    await press('Retirer mon accord');
    expect(await screen.findByText(researchFr['research.lost'])).toBeTruthy();
    expect(screen.getByText('Vous avez dit oui.')).toBeTruthy();
  });

  it('names other studies that the person agreed to, each with a button to take it back', async () => {
    server.question = null;
    server.others = [
      { id: 'a', name: { fr: 'Printemps', en: 'Spring' }, team: null },
      { id: 'b', name: { fr: 'Automne', en: 'Autumn' }, team: { fr: 'L’équipe LINC', en: 'The LINC team' } },
    ];
    await begin();
    await press('Confort');
    await press('Mes données');
    const [, second] = await screen.findAllByRole('button', { name: 'Retirer mon accord' });
    const described = second?.getAttribute('aria-describedby') ?? '';
    expect(document.querySelector(`[id="${described}"]`)?.textContent.trim()).toBe('L’équipe LINC (Automne)');
    await fireEvent.click(second ?? document.body);
    await settle();
    expect(server.others).toMatchObject([{ id: 'a' }]);
    expect(server.answered).toBeNull();
    expect(screen.queryByText('L’équipe LINC (Automne)')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Vos autres accords');
    await press('Retirer mon accord');
    expect(server.others).toEqual([]);
    expect(screen.getByText(/^Votre accord est retiré\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Retirer mon accord' })).toBeNull();
  });

  it('leads back to « Confort » when it is closed', async () => {
    await begin();
    await press('Confort');
    await press('Mes données');
    await press('Lire tout l’avis');
    const notice = await screen.findByRole('dialog', { name: 'L’avis en entier' });
    await fireEvent.click(within(notice).getAllByRole('button', { name: 'Fermer' })[0] ?? document.body);
    await settle();
    expect(screen.getByRole('dialog', { name: 'Votre confort' })).toBeTruthy();
  });

  it('opens from the first screen', async () => {
    const page = createPage(server);
    render(App, { game: page.game, reader: new ReadAloud(null, new HandTimers()) });
    await page.game.start('the-code-of-a-launch-1234');
    await press('Lire tout l’avis');
    expect(await screen.findByText('Vos droits')).toBeTruthy();
  });
});
