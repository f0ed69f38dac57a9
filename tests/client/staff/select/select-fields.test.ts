import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { descriptionOf, SelectPage } from './select-page.ts';

let page: SelectPage;

beforeEach(() => {
  page = new SelectPage();
});
afterEach(() => {
  page.close();
});

describe('an activity that is chosen again', () => {
  const current = {
    title: 'Le lundi',
    form: 'short',
    scenes: null,
    attempts: 8,
    language: 'en',
    dimensionItems: false,
    graded: false,
    grade: 'measure',
  } as const;

  it('starts from its settings, says so, and keeps what is not changed', async () => {
    await page.show({}, current);
    expect(page.heading).toBe('Modifier l’activité');
    expect(screen.getByText(/déjà dans ce cours/).textContent).toContain('«\u00a0Le lundi\u00a0»');
    expect(page.title).toBe('Le lundi');
    await page.press('Vérifier mon choix');
    await page.press('Modifier l’activité');
    const { form, scenes, title, attempts, language, graded } = current;
    expect(page.lastChoices).toMatchObject([{ form, scenes, title, attempts, language, graded }]);
  });

  it('names the kind of grade, which its own page changes', async () => {
    await page.show({}, { ...current, form: 'usual', graded: true, grade: 'level' });
    expect(screen.getByText(/Le carnet reçoit\s: le niveau/)).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'Ce que le carnet reçoit' })).toBeNull();
    await page.press('Vérifier mon choix');
    await page.press('Modifier l’activité');
    expect(page.lastChoices).toMatchObject([{ graded: true, grade: 'level' }]);
  });

  it('has a name that follows the choice if it was the usual one', async () => {
    await page.show({}, { ...current, title: 'A quick tour' });
    await page.choose('radio', /Faire le point/);
    expect(page.title).toBe('Taking stock');
  });
});

describe('choosing an activity', () => {
  it('begins with the default, focus on the heading, and goes to the LMS after a summary', async () => {
    await page.show();
    expect(document.activeElement?.textContent).toBe('Choisir une activité');
    expect(page.title).toBe('Faire le point');
    await page.press('Vérifier mon choix');
    expect(document.activeElement?.textContent).toBe('Voici ce que vous ajoutez');
    expect(page.server.sent).toEqual([]);
    await page.press('Ajouter au cours');
    expect(page.lastChoices).toEqual([
      {
        form: 'usual',
        scenes: null,
        title: 'Faire le point',
        titleLanguage: 'fr',
        attempts: 3,
        language: null,
        graded: true,
        grade: 'measure',
        dimensionItems: false,
      },
    ]);
    expect(page.posted).toEqual([
      { action: 'https://lms.example/back?a=1&b=%222%22', method: 'post', fields: { JWT: 'jwt-1' } },
    ]);
    expect(document.querySelector('input[name=JWT]')).toBeNull();
    expect(page.heading).toBe('On retourne à votre cours…');
  });

  it('sends the chosen scenes in order, name, attempts, language and columns', async () => {
    await page.show();
    await page.choose('radio', 'Choisir des scènes');
    await page.choose('checkbox', /Scène files/);
    await page.choose('checkbox', /Scène form/);
    await page.choose('checkbox', /Scène files/);
    await page.choose('radio', 'Anglais');
    await page.type('  Tuesday group ');
    await page.pick('Nombre d’essais', '2');
    await page.pick('Langue au départ', 'en');
    await page.choose('checkbox', /Une colonne de plus/);
    await page.press('Vérifier mon choix');
    const card = screen.getByRole('article', { name: 'Tuesday group' });
    expect(within(card).getByText('Scène inbox · Scène files · Scène sheet · Scène form')).toBeTruthy();
    expect(within(card).getByText('environ 20 min')).toBeTruthy();
    expect(within(card).getByText('2 essais')).toBeTruthy();
    await page.press('Ajouter au cours');
    expect(page.lastChoices).toEqual([
      {
        form: 'usual',
        scenes: ['inbox', 'files', 'sheet', 'form'],
        title: 'Tuesday group',
        titleLanguage: 'en',
        attempts: 2,
        language: 'en',
        graded: true,
        grade: 'measure',
        dimensionItems: true,
      },
    ]);
  });

  it('suggests a name from the choice and its language until one is typed', async () => {
    await page.show();
    await page.choose('radio', 'Un tour rapide');
    expect(page.title).toBe('Un tour rapide');
    await page.choose('radio', 'Anglais');
    expect(page.title).toBe('A quick tour');
    await page.choose('radio', 'Choisir des scènes');
    expect(page.title).toBe('NUM+, chosen scenes');
    await page.type('Mon groupe');
    await page.choose('radio', 'Faire le point');
    await page.choose('radio', 'Français');
    expect(page.title).toBe('Mon groupe');
  });

  it('asks for a name and a scene beside the fields, and focuses the first invalid field', async () => {
    await page.show();
    await page.choose('radio', 'Choisir des scènes');
    for (const name of ['inbox', 'files', 'sheet'])
      await page.choose('checkbox', new RegExp(`Scène ${name}`));
    await page.type('   ');
    expect(screen.queryByText('Choisissez au moins une scène.')).toBeNull();
    await page.press('Vérifier mon choix');
    expect(page.heading).toBe('Choisir une activité');
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: /Scène inbox/ }));
    expect(descriptionOf(screen.getByRole('textbox'))).toBe('Donnez un nom à l’activité.');
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
    await page.choose('checkbox', /Scène inbox/);
    await page.press('Vérifier mon choix');
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    await page.type('x'.repeat(201));
    expect(descriptionOf(screen.getByRole('textbox'))).toContain('200 caractères au plus');
    await page.type('Un nom');
    await page.press('Vérifier mon choix');
    expect(page.heading).toBe('Voici ce que vous ajoutez');
  });

  it('warns, in the fields and in the summary, of too few scenes for a grade', async () => {
    await page.show();
    await page.choose('radio', 'Choisir des scènes');
    await page.choose('checkbox', /Scène files/);
    expect(screen.queryByText(/Le carnet restera vide/)).toBeNull();
    await page.choose('checkbox', /Scène sheet/);
    expect(screen.getByText(/Il faut au moins 2 scènes/)).toBeTruthy();
    await page.press('Vérifier mon choix');
    expect(screen.getByText(/Il faut au moins 2 scènes/)).toBeTruthy();
    await page.press(/^Modifier/);
    await page.choose('checkbox', /Envoyer une note/);
    expect(screen.queryByText(/Le carnet restera vide/)).toBeNull();
  });

  it('marks an unscored scene, does not count it, and does not accept it alone', async () => {
    await page.show();
    await page.choose('radio', 'Choisir des scènes');
    for (const name of ['files', 'sheet', 'welcome']) {
      await page.choose('checkbox', new RegExp(`Scène ${name}`));
    }
    expect(screen.getByRole('checkbox', { name: /Scène welcome.*pas mesurée/ })).toBeTruthy();
    expect(screen.getByText(/Il faut au moins 2 scènes mesurées/)).toBeTruthy();
    await page.choose('checkbox', /Scène inbox/);
    await page.press('Vérifier mon choix');
    expect(page.heading).toBe('Choisir une activité');
    expect(screen.getByText(/Ajoutez une scène mesurée/)).toBeTruthy();
    await page.choose('checkbox', /Scène inbox/);
    await page.press('Vérifier mon choix');
    expect(page.heading).toBe('Voici ce que vous ajoutez');
  });

  it('offers the measure, the level and « fait », each with what learners see', async () => {
    await page.show();
    const group = screen.getByRole('group', { name: 'Ce que le carnet reçoit' });
    const measure = within(group).getByRole<HTMLInputElement>('radio', { name: /La mesure/ });
    expect(measure.checked).toBe(true);
    expect(descriptionOf(measure)).toContain('Dans votre cours, la personne voit le nombre');
    await page.choose('radio', '«\u00A0Fait\u00A0»');
    expect(screen.queryByRole('checkbox', { name: /Une colonne de plus/ })).toBeNull();
    await page.press('Vérifier mon choix');
    expect(screen.getByText('« Fait », 100 sur 100')).toBeTruthy();
    await page.press('Ajouter au cours');
    expect(page.lastChoices[0]).toMatchObject({ grade: 'done', dimensionItems: false });
  });

  it('says that an activity under the scenes of a level only sends « fait »', async () => {
    await page.show();
    await page.choose('radio', 'Un tour rapide');
    expect(screen.queryByRole('group', { name: 'Ce que le carnet reçoit' })).toBeNull();
    expect(screen.getByText(/envoie donc seulement « fait »/)).toBeTruthy();
  });

  it('offers a column per dimension only with enough scenes, and removes it with them', async () => {
    await page.show();
    await page.choose('checkbox', /Une colonne de plus/);
    await page.choose('radio', 'Un tour rapide');
    expect(screen.queryByRole('checkbox', { name: /Une colonne de plus/ })).toBeNull();
    expect(screen.getByText(/Un niveau demande 10 scènes mesurées/)).toBeTruthy();
    await page.press('Vérifier mon choix');
    await page.press('Ajouter au cours');
    expect(page.lastChoices[0]?.dimensionItems).toBe(false);
  });
});
