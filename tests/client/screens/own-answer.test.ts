/** What « Mes données » says of the answer about research, and the whole notice. */
import { cleanup, fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { researchFr } from '../../../client/src/i18n/catalogues/research.fr.ts';
import { settle } from '../support/hand-timers.ts';
import { createPage } from '../support/page.ts';
import { press, setUpResearchPage, show } from './research-page.ts';

const research = setUpResearchPage();

/** The introduction follows the answer. */
async function goesOn(): Promise<void> {
  await screen.findByRole('heading', { name: 'title' });
}

describe('the own answer and the whole notice', () => {
  it('asks nothing in « Mes données » before the notice is accepted', async () => {
    const page = createPage(research.server);
    show(page);
    await page.game.start('the-code-of-a-launch-1234');
    await press('Confort');
    await press('Mes données');
    expect(await screen.findByText('3 gestes dans le jeu.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Oui, j’accepte' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Effacer mes données' })).toBeTruthy();
  });

  it('shows when and to what the person said yes, and says if the words changed since', async () => {
    await research.begin();
    await press('Oui, j’accepte');
    await press('Oui, pour les autres aussi');
    await goesOn();
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
    if (research.server.question) research.server.question = { ...research.server.question, version: '1.2' };
    await research.begin();
    await press('Confort');
    await press('Mes données');
    await press('Lire ce que j’ai accepté');
    expect(await screen.findByText(/^Le texte a changé/)).toBeTruthy();
  });

  it('shows the words of that day if they are kept, and says that there are others today', async () => {
    const before = research.server.question;
    await research.begin();
    await press('Oui, j’accepte');
    await press('Oui, pour les autres aussi');
    cleanup();
    if (before === null) throw new Error('nothing asked');
    research.server.earlier = [{ ...before, versions: ['1.1'] }];
    research.server.question = {
      ...before,
      version: '1.2',
      research: { fr: ['D’autres mots.'], en: ['Other words.'] },
    };
    await research.begin();
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
    await research.begin();
    await press('Oui, j’accepte');
    await press('Oui, pour les autres aussi');
    await goesOn();
    await press('Confort');
    await press('Mes données');
    await press('Retirer mon accord pour les autres recherches');
    expect(research.server.answered).toMatchObject({ version: '1.1', answer: 'given', future: false });
    expect(await screen.findByText('Vous avez dit oui.')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Votre réponse sur la recherche');
    expect(
      screen.queryByRole('button', { name: 'Retirer mon accord pour les autres recherches' }),
    ).toBeNull();
  });

  it('shows the own answer in « Mes données », which can be taken back', async () => {
    await research.begin();
    await press('Oui, j’accepte');
    await press('Oui, pour les autres aussi');
    await goesOn();
    await press('Confort');
    await press('Mes données');
    await screen.findByText('Vous avez dit oui, aussi pour d’autres recherches.');
    await press('Retirer mon accord');
    expect(research.server.answered).toMatchObject({ answer: 'withdrawn' });
    expect(document.activeElement?.textContent).toBe('Votre réponse sur la recherche');
    // What is kept names the answers.
    expect(research.server.requests.filter((one) => one === 'GET /api/own-data')).toHaveLength(2);
  });

  it('is not asked again of whoever said no, until they want to change their answer', async () => {
    await research.begin();
    await press('Non');
    await goesOn();
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
    await research.begin();
    await press('Oui, j’accepte');
    await press('Non, seulement cette recherche');
    await goesOn();
    await press('Confort');
    await press('Mes données');
    const button = await screen.findByRole('button', { name: 'Retirer mon accord' });
    const described = button.getAttribute('aria-describedby') ?? '';
    expect(document.querySelector(`[id="${described}"]`)?.textContent).toBe(
      researchFr['research.withdraw.erases'],
    );
  });

  it('is read again if it could not be read at first', async () => {
    await research.begin();
    await press('Non');
    await goesOn();
    await press('Confort');
    research.server.isResearchDown = true;
    await press('Mes données');
    expect(await screen.findByText(researchFr['research.unread'])).toBeTruthy();
    await press('Réessayer');
    expect(await screen.findByText(researchFr['research.unread'])).toBeTruthy();
    research.server.isResearchDown = false;
    await press('Réessayer');
    expect(await screen.findByText('Vous avez dit non.')).toBeTruthy();
    expect(screen.queryByText(researchFr['research.unread'])).toBeNull();
    expect(document.activeElement?.textContent).toBe('Votre réponse sur la recherche');
  });

  it('says so if a change was not taken, and keeps the answer of before', async () => {
    await research.begin();
    await press('Oui, j’accepte');
    await press('Non, seulement cette recherche');
    await goesOn();
    await press('Confort');
    await press('Mes données');
    await screen.findByText('Vous avez dit oui.');
    research.server.isResearchDown = true;
    await press('Retirer mon accord');
    expect(await screen.findByText(researchFr['research.lost'])).toBeTruthy();
    expect(screen.getByText('Vous avez dit oui.')).toBeTruthy();
  });

  it('names other studies that the person agreed to, each with a button to take it back', async () => {
    research.server.question = null;
    research.server.others = [
      { id: 'a', name: { fr: 'Printemps', en: 'Spring' }, team: null },
      { id: 'b', name: { fr: 'Automne', en: 'Autumn' }, team: { fr: 'L’équipe LINC', en: 'The LINC team' } },
    ];
    await research.begin();
    await press('Confort');
    await press('Mes données');
    const [, second] = await screen.findAllByRole('button', { name: 'Retirer mon accord' });
    const described = second?.getAttribute('aria-describedby') ?? '';
    expect(document.querySelector(`[id="${described}"]`)?.textContent.trim()).toBe('L’équipe LINC (Automne)');
    await fireEvent.click(second ?? document.body);
    await settle();
    expect(research.server.others).toMatchObject([{ id: 'a' }]);
    expect(research.server.answered).toBeNull();
    expect(screen.queryByText('L’équipe LINC (Automne)')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Vos autres accords');
    await press('Retirer mon accord');
    expect(research.server.others).toEqual([]);
    expect(screen.getByText(/^Votre accord est retiré\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Retirer mon accord' })).toBeNull();
  });

  it('leads back to « Confort » when it is closed', async () => {
    await research.begin();
    await press('Confort');
    await press('Mes données');
    await press('Lire tout l’avis');
    const notice = await screen.findByRole('dialog', { name: 'L’avis en entier' });
    await fireEvent.click(within(notice).getAllByRole('button', { name: 'Fermer' })[0] ?? document.body);
    await settle();
    expect(screen.getByRole('dialog', { name: 'Votre confort' })).toBeTruthy();
  });

  it('opens from the first screen', async () => {
    const page = createPage(research.server);
    show(page);
    await page.game.start('the-code-of-a-launch-1234');
    await press('Lire tout l’avis');
    expect(await screen.findByText('Vos droits')).toBeTruthy();
  });
});
