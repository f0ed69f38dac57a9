import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SelectPage } from './select-page.ts';

let page: SelectPage;

beforeEach(async () => {
  page = new SelectPage();
  await page.show();
});
afterEach(() => {
  page.close();
});

describe('a reload during a choice', () => {
  it('keeps the content of the fields', async () => {
    await page.choose('radio', 'Un tour rapide');
    await page.type('Groupe du mardi');
    await page.reload(/Groupe du mardi/);
    expect(page.title).toBe('Groupe du mardi');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Un tour rapide' }).checked).toBe(true);
  });

  it('keeps earlier choices, and the one being changed', async () => {
    await page.type('Le premier');
    await page.press('Vérifier mon choix');
    await page.press('Ajouter une autre activité');
    await page.type('Le second');
    await page.press('Vérifier mon choix');
    await page.reload(/summary.*Le second/);
    expect(page.heading).toBe('Voici vos 2 activités');
    await page.press(/^Modifier\u00a0: Le premier$/);
    await page.type('Le tout premier');
    await page.reload(/Le tout premier/);
    expect(page.heading).toBe('Modifier l’activité');
    await page.press('Enregistrer mes changements');
    await page.press('Ajouter au cours');
    expect(page.lastChoices.map(({ title }) => title)).toEqual(['Le tout premier', 'Le second']);
  });

  it('starts again after the choice went to the course', async () => {
    await page.type('Groupe du mardi');
    await page.press('Vérifier mon choix');
    await page.press('Ajouter au cours');
    await page.reload(/"choice":null/);
    expect(page.heading).toBe('Choisir une activité');
    expect(page.title).toBe('Faire le point');
  });

  it('starts again if the stored choice is invalid or no longer offered', async () => {
    for (const choice of [
      'text',
      { step: 'edit', draft: null, chosen: [], changing: null },
      { step: 'summary' },
    ]) {
      page.history.state = { numplus: { choice } };
      await page.reload(/choice/);
      expect(page.title).toBe('Faire le point');
    }
    await page.choose('radio', 'Un tour rapide');
    await page.type('Groupe du mardi');
    await page.reload(/Groupe du mardi/);
    const kept = JSON.stringify(page.history.state).replace(/"form":"[^"]*"/, '"form":"gone"');
    page.history.state = JSON.parse(kept);
    await page.reload(/gone/);
    expect(page.title).toBe('Faire le point');
  });
});
