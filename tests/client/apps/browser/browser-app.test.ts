import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { playWeb } from './play.ts';

const open = (pageId: string, via: 'address' | 'result' = 'address', rank = 0): WorldAction => ({
  app: 'browser',
  type: 'open',
  pageId,
  via,
  rank,
});
const SEARCH: WorldAction = { app: 'browser', type: 'search', typed: 'ecocentre' };

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

async function press(name: string | RegExp, role: 'button' | 'link' | 'radio' = 'button'): Promise<void> {
  const [first] = screen.getAllByRole(role, { name });
  if (first === undefined) throw new Error(`nothing is called ${String(name)}`);
  await fireEvent.click(first);
  await tick();
}

async function type(label: string, text: string): Promise<HTMLElement> {
  const box = screen.getByLabelText(label);
  await fireEvent.input(box, { target: { value: text } });
  await tick();
  return box;
}

async function submit(box: HTMLElement): Promise<void> {
  const form = box.closest('form');
  if (form === null) throw new Error('the box is in no form');
  await fireEvent.submit(form);
  await tick();
}

describe('searching', () => {
  it('lists the results, the advertisement first and labelled, with the place of each', async () => {
    const play = playWeb();
    await submit(await type('Que cherchez-vous?', ' ecossantre '));
    expect(play.actions).toEqual([{ app: 'browser', type: 'search', typed: 'ecossantre' }]);
    const titles = screen.getAllByRole('link').map((link) => link.textContent);
    expect(titles).toEqual(['Une annonce', 'La page de la ville']);
    expect(screen.getByText('Annonce')).toBeTruthy();
    await press('La page de la ville', 'link');
    expect(play.actions.at(-1)).toEqual(open('town', 'result', 2));
  });

  it('removes the full stop that some phones add to dictated words', async () => {
    const play = playWeb();
    await submit(await type('Que cherchez-vous?', '\uFFFCécocentre'));
    expect(play.actions).toEqual([{ app: 'browser', type: 'search', typed: 'écocentre' }]);
  });

  it('moves focus to the heading of the page shown', async () => {
    playWeb({ before: [SEARCH] });
    screen.getAllByRole('link')[1]?.focus();
    await press('La page de la ville', 'link');
    expect(document.activeElement?.textContent).toBe('La page de la ville');
  });

  it('suggests searches that continue what was typed', async () => {
    const play = playWeb();
    await type('Que cherchez-vous?', 'eco');
    await press('écocentre ville');
    expect(play.actions).toEqual([{ app: 'browser', type: 'search', typed: 'écocentre ville' }]);
  });

  it('says so when no word was typed, and when nothing was found', async () => {
    const play = playWeb();
    await submit(screen.getByLabelText('Que cherchez-vous?'));
    expect(play.actions).toEqual([]);
    // A hint, not a success.
    expect(screen.getByText('Écrivez d’abord un mot.').closest('.app-note')).not.toBeNull();
    await submit(await type('Que cherchez-vous?', 'pizza'));
    expect(screen.getByText('Rien trouvé. Essayez d’autres mots.')).toBeTruthy();
  });
});

describe('the address bar', () => {
  it('opens a page by its address and searches for anything else', async () => {
    const play = playWeb();
    await submit(await type('Adresse ou recherche', 'town.example'));
    expect(play.actions).toEqual([{ app: 'browser', type: 'open', pageId: 'town', via: 'address', rank: 0 }]);
    expect(screen.getByLabelText('Adresse ou recherche')).toHaveProperty('value', 'https://town.example');
    await submit(await type('Adresse ou recherche', 'ville heures'));
    expect(play.actions.at(-1)).toEqual({ app: 'browser', type: 'search', typed: 'ville heures' });
  });
});

describe('tabs and the way back', () => {
  it('goes back and announces the page, with focus left on the button', async () => {
    const play = playWeb({ before: [SEARCH, open('town')] });
    screen.getByRole('button', { name: 'Retour' }).focus();
    await press('Retour');
    expect(play.actions).toEqual([{ app: 'browser', type: 'back' }]);
    expect(document.querySelector('.said')?.textContent.trim()).toBe(
      'Résultats pour «\u00A0ecocentre\u00A0»',
    );
    expect(document.activeElement?.textContent).toContain('Retour');
    await press('Avancer');
    expect(screen.getByText(/Page affichée\s: La page de la ville/)).toBeTruthy();
  });

  it('keeps « Retour » focusable but without effect at the start', async () => {
    const play = playWeb();
    await press('Retour');
    expect(play.actions).toEqual([]);
    expect(screen.getByRole('button', { name: 'Retour' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('opens a result in its own tab, says which tab is in front, and closes tabs', async () => {
    const play = playWeb({ before: [SEARCH] });
    await press('Ouvrir «\u00A0Une annonce\u00A0» dans un nouvel onglet');
    expect(play.actions.at(-1)).toMatchObject({ type: 'open-in-new-tab', pageId: 'ad', rank: 1 });
    expect(screen.getByRole('button', { current: true }).textContent).toBe('Une annonce');
    await press('Fermer l’onglet');
    await tick();
    expect(play.state().apps.browser?.tabs).toHaveLength(1);
    expect(document.activeElement?.textContent).toContain('ecocentre');
  });

  it('says so instead of opening more tabs than allowed', async () => {
    const tabs = Array.from({ length: 5 }, (): WorldAction => ({ app: 'browser', type: 'new-tab' }));
    const play = playWeb({ before: tabs });
    await press('Nouvel onglet');
    expect(play.actions).toEqual([]);
    expect(screen.getByText(/Il y a déjà 6 onglets/)).toBeTruthy();
  });
});

describe('a link', () => {
  it('shows its address while focused, and gives it to screen readers', async () => {
    const { container } = playWeb({ before: [open('town')] });
    const link = screen.getByRole('link', { name: 'Un formulaire' });
    const note = container.querySelector(`#${link.getAttribute('aria-describedby') ?? ''}`);
    expect(note?.textContent).toBe('Mène à https://form.example');
    await fireEvent.focus(link);
    expect(screen.getByText('https://form.example')).toBeTruthy();
    await fireEvent.blur(link);
    expect(screen.queryByText('https://form.example')).toBeNull();
  });

  it('opens a tab with Ctrl, as real browsers do', async () => {
    const play = playWeb({ before: [open('town')] });
    await fireEvent.click(screen.getByRole('link', { name: 'Un formulaire' }), { ctrlKey: true });
    expect(play.actions[0]).toMatchObject({ type: 'open-in-new-tab', pageId: 'form' });
  });
});

describe('finding a word in the page', () => {
  it('highlights it regardless of accents, counts it, and sends the word nowhere', async () => {
    const play = playWeb({ before: [open('town')] });
    await press('Chercher dans la page');
    await submit(await type('Mot à trouver dans la page', 'ecocentre'));
    await tick();
    expect(play.container.querySelectorAll('mark')).toHaveLength(2);
    expect(screen.getByText('Ce mot apparaît 2 fois dans la page.')).toBeTruthy();
    expect(play.actions).toEqual([{ app: 'browser', type: 'find-in-page', found: true }]);
    await press('Fermer');
    expect(play.container.querySelectorAll('mark')).toHaveLength(0);
  });

  it('says so when the word is not found', async () => {
    const play = playWeb({ before: [open('town')] });
    await press('Chercher dans la page');
    await submit(await type('Mot à trouver dans la page', 'piscine'));
    await tick();
    expect(screen.getByText('Ce mot n’est pas dans la page.')).toBeTruthy();
    expect(play.actions).toEqual([{ app: 'browser', type: 'find-in-page', found: false }]);
  });
});

describe('a form of a page', () => {
  it('reports which boxes were filled and never their content', async () => {
    const play = playWeb({ before: [open('form')] });
    await submit(await type('Carte', '4500 0000 1111'));
    expect(play.actions).toEqual([
      { app: 'browser', type: 'submit-data', pageId: 'form', blockId: 'b1', fields: ['card'] },
    ]);
    expect(JSON.stringify([play.actions, play.state()])).not.toContain('4500');
    expect(screen.getByRole('heading', { name: 'Une annonce' })).toBeTruthy();
  });
});

describe('the note', () => {
  it('accepts an answer with one of the visited pages, and can be sent again', async () => {
    const play = playWeb({ before: [open('town'), open('ad')] });
    await press('Répondre à Rosa');
    expect(document.activeElement?.textContent).toBe('Répondre');
    await press('Envoyer');
    expect(play.actions).toEqual([]);
    expect(screen.getByText(/La réponse n’est pas partie/)).toBeTruthy();
    await press('9 heures', 'radio');
    await press(/La page de la ville/, 'radio');
    await press('Envoyer');
    expect(play.actions.map((action) => action.type)).toEqual(['note-choose', 'note-source', 'note-send']);
    expect(play.state().apps.browser?.note?.sent).toEqual({ choice: 'c2', source: 'town' });
    expect(screen.getByText(/Votre réponse est partie/)).toBeTruthy();
    await press('8 heures', 'radio');
    expect(screen.queryByText(/Votre réponse est partie/)).toBeNull();
  });

  it('gives focus back to its button when closed, and says what to do before any page was visited', async () => {
    playWeb();
    await press('Répondre à Rosa');
    expect(screen.getByText('Ouvrez une page du Web. Elle apparaîtra ici.')).toBeTruthy();
    await press('Fermer la réponse');
    expect(document.activeElement?.textContent).toContain('Répondre à Rosa');
  });
});

describe('a read-only browser', () => {
  it('does nothing and gives the reason', async () => {
    const play = playWeb({ readOnly: true, before: [open('town')] });
    await press('Un formulaire', 'link');
    await press('Retour');
    expect(play.actions).toEqual([]);
    expect(screen.getByText(/vous pouvez seulement lire/)).toBeTruthy();
  });
});

it('shows everything in English too', async () => {
  locale.current = 'en';
  playWeb({ before: [open('town')] });
  await press('Answer Rosa');
  expect(screen.getByText('Which page did you read the answer on?')).toBeTruthy();
});
