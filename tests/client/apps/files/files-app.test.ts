import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { playFiles } from './play.ts';

const PHOTOS: WorldAction = { app: 'files', type: 'open-folder', folderId: 'r2' };
const TRASH: WorldAction = { app: 'files', type: 'open-folder', folderId: 'trash' };

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

async function press(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await tick();
  await tick();
}

async function choose(item: string, entry: string): Promise<void> {
  await press(`Actions ${item}`);
  await fireEvent.click(screen.getByRole('menuitem', { name: entry }));
  await tick();
  await tick();
}

async function type(label: string, text: string): Promise<void> {
  await fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value: text } });
}

/** Names of the rows in order. */
function rows(): string[] {
  return [...document.querySelectorAll('[data-row] .name')].map(({ textContent }) => textContent);
}

describe('navigating', () => {
  it('shows folders before files, and opens one from its row or from the places', async () => {
    const play = playFiles();
    expect(rows()).toEqual(['Horaires', 'Photos', 'Guide']);
    await press('Photos Dossier');
    expect(play.actions).toEqual([PHOTOS]);
    expect(rows()).toEqual(['Étagères', 'scan0045']);
    expect(document.activeElement?.textContent).toBe('Photos');
    await press('Horaires');
    expect(screen.getByText('Ce dossier est vide.')).toBeTruthy();
    await press('Retour\u00A0: Partagé');
    expect(rows()).toEqual(['Horaires', 'Photos', 'Guide']);
  });

  it('shows a folder, and a file, from its beginning, however far the one before was scrolled', async () => {
    playFiles();
    const list = document.querySelector<HTMLElement>('.list');
    if (list === null) throw new Error('no list');
    list.scrollTop = 100;
    await press('Photos Dossier');
    expect(list.scrollTop).toBe(0);
    list.scrollTop = 100;
    await press(/^scan0045/);
    expect(list.scrollTop).toBe(0);
  });

  it('opens only the folder when it is double-clicked, nothing of the next list', async () => {
    const play = playFiles();
    await fireEvent.click(screen.getByRole('button', { name: 'Photos Dossier' }), { detail: 1 });
    await tick();
    await fireEvent.click(screen.getByRole('button', { name: /^Étagères/ }), { detail: 2 });
    await tick();
    expect(play.actions).toEqual([PHOTOS]);
    await fireEvent.click(screen.getByRole('button', { name: /^Étagères/ }), { detail: 1 });
    expect(play.actions).toEqual([PHOTOS, { app: 'files', type: 'open-file', fileId: 'w2' }]);
  });

  it('opens a file, and gives focus back to its row', async () => {
    const play = playFiles([PHOTOS]);
    await press(/^scan0045/);
    expect(play.actions).toEqual([{ app: 'files', type: 'open-file', fileId: 'w1' }]);
    expect(screen.getByText('Du lundi au jeudi')).toBeTruthy();
    await press('Retour à la liste');
    expect(document.activeElement?.getAttribute('data-row')).toBe('w1');
  });

  it('moves through a list by arrow keys', async () => {
    playFiles();
    const first = screen.getByRole('button', { name: 'Horaires Dossier' });
    first.focus();
    await fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement?.getAttribute('data-row')).toBe('r2');
    await fireEvent.keyDown(document.activeElement ?? first, { key: 'End' });
    expect(document.activeElement?.getAttribute('data-row')).toBe('w3');
    await fireEvent.keyDown(document.activeElement ?? first, { key: 'ArrowDown' });
    expect(document.activeElement?.getAttribute('data-row')).toBe('w3');
  });

  it('sorts and announces the order', async () => {
    const play = playFiles([PHOTOS]);
    await press(/^Trier/);
    await fireEvent.click(screen.getByRole('menuitem', { name: /récents/ }));
    await tick();
    expect(play.actions).toEqual([{ app: 'files', type: 'sort', by: 'changed', descending: true }]);
    expect(rows()).toEqual(['Étagères', 'scan0045']);
    expect(screen.getByText(/La liste est triée/)).toBeTruthy();
  });
});

describe('searching', () => {
  it('finds part of a name, ignoring accents, in every folder except the trash', async () => {
    const play = playFiles();
    await type('Nom du fichier', 'etag');
    await press('Chercher');
    expect(play.actions).toEqual([{ app: 'files', type: 'search', typed: 'etag' }]);
    expect(rows()).toEqual(['Étagères']);
    expect(screen.getByText(/dans Photos/)).toBeTruthy();
    await type('Nom du fichier', 'Liste');
    await press('Chercher');
    expect(screen.getByText(/La recherche ne regarde pas dans la corbeille/)).toBeTruthy();
    await press('Quitter la recherche');
    expect(play.explorer().search).toBeNull();
  });

  it('says so and does nothing when nothing was typed', async () => {
    const play = playFiles();
    await press('Chercher');
    expect(play.actions).toEqual([]);
    expect(screen.getByText('Écrivez d’abord un mot.').closest('.app-note')).not.toBeNull();
  });

  it('keeps a renamed file visible among the results', async () => {
    playFiles([{ app: 'files', type: 'search', typed: 'scan' }]);
    await choose('scan0045', 'Renommer');
    await type('Nouveau nom', 'Horaire mai');
    await press('Changer le nom');
    expect(rows()).toEqual(['Horaire mai']);
  });
});

describe('moving and renaming', () => {
  it('brings the note about an empty name into view at each try', async () => {
    const show = vi.spyOn(Element.prototype, 'scrollIntoView');
    playFiles([PHOTOS]);
    await choose('scan0045', 'Renommer');
    show.mockClear();
    await type('Nouveau nom', ' ');
    await press('Changer le nom');
    await press('Changer le nom');
    const note = screen.getByRole('alert');
    expect(show.mock.contexts).toEqual([note, note]);
    vi.restoreAllMocks();
  });

  it('renames; asks again for an empty name, and ignores an unchanged one', async () => {
    const play = playFiles([PHOTOS]);
    await choose('scan0045', 'Renommer');
    await type('Nouveau nom', ' ');
    await press('Changer le nom');
    expect(screen.getByRole('alert').textContent).toBe('Écrivez un nom d’abord.');
    await type('Nouveau nom', 'scan0045');
    await press('Changer le nom');
    expect(play.actions).toEqual([]);
    await choose('scan0045', 'Renommer');
    await type('Nouveau nom', 'Horaire mai');
    await press('Changer le nom');
    expect(play.actions).toEqual([{ app: 'files', type: 'rename', itemId: 'w1', typed: 'Horaire mai' }]);
    expect(rows()).toContain('Horaire mai');
  });

  it('moves to a folder that the person chooses, and announces it', async () => {
    const play = playFiles([PHOTOS]);
    await choose('scan0045', 'Déplacer vers…');
    await press('Déplacer ici');
    expect(play.actions).toEqual([]);
    await fireEvent.click(screen.getByRole('radio', { name: 'Horaires' }));
    await press('Déplacer ici');
    expect(play.actions).toEqual([{ app: 'files', type: 'move', itemId: 'w1', folderId: 'r1' }]);
    expect(screen.getByText(/est maintenant dans Horaires/)).toBeTruthy();
    expect(document.activeElement).not.toBe(document.body);
  });

  it('cuts and pastes, and never offers a folder as its own target', async () => {
    const play = playFiles([PHOTOS]);
    await choose('scan0045', 'Couper');
    await press('Horaires');
    await press('Coller ici');
    expect(play.actions.at(-1)).toEqual({ app: 'files', type: 'paste', folderId: 'r1' });
    expect(rows()).toEqual(['scan0045']);
    await press('Retour\u00A0: Partagé');
    await choose('Horaires', 'Déplacer vers…');
    expect(screen.queryByRole('radio', { name: 'Horaires' })).toBeNull();
  });

  it('pastes with Ctrl+V or Cmd+V wherever the focus is, and leaves these keys to a box', async () => {
    const play = playFiles([PHOTOS, { app: 'files', type: 'cut', itemId: 'w1' }]);
    const paste = (target: Element, held: object): Promise<boolean> =>
      fireEvent.keyDown(target, { key: 'v', ...held });
    const search = screen.getByRole('textbox', { name: 'Nom du fichier' });
    await press('Horaires');
    await paste(search, { ctrlKey: true });
    await paste(document.body, { ctrlKey: true, shiftKey: true });
    expect(play.actions).toHaveLength(1);
    await paste(screen.getByRole('button', { name: 'Horaires' }), { ctrlKey: true });
    await tick();
    expect(play.actions.at(-1)).toEqual({ app: 'files', type: 'paste', folderId: 'r1' });
    expect(screen.getByText(/scan0045.*est maintenant dans Horaires/)).toBeTruthy();
    await paste(document.body, { metaKey: true });
    expect(play.actions).toHaveLength(2);
  });

  it('pastes nothing by keyboard into the trash', async () => {
    const play = playFiles([PHOTOS, { app: 'files', type: 'cut', itemId: 'w1' }, TRASH]);
    await fireEvent.keyDown(document.body, { key: 'v', metaKey: true });
    expect(play.actions).toEqual([]);
  });

  it('says in place of its last note that « Annuler » around it took something back', async () => {
    const play = playFiles([PHOTOS]);
    await choose('scan0045', 'Couper');
    expect(document.querySelector('.said')?.textContent).toContain('est coupé');
    await play.change({ undone: 1 });
    await tick();
    expect(document.querySelector('.said')?.textContent.trim()).toBe('C’est annulé.');
  });

  it('creates an empty document', async () => {
    const play = playFiles();
    await press('Nouveau');
    await fireEvent.click(screen.getByRole('menuitem', { name: 'Document vide' }));
    await tick();
    await type('Nom', 'Notes');
    await press('Créer');
    expect(play.actions).toEqual([
      { app: 'files', type: 'create', what: 'document', folderId: 'r0', typed: 'Notes' },
    ]);
    expect(rows()).toContain('Notes');
  });
});

describe('help and read-only', () => {
  it('points at the target, or at the next step towards it', async () => {
    const play = playFiles();
    const pointed = (): string | undefined =>
      document.querySelector<HTMLElement>('.spot.pointed')?.dataset.help;
    await play.change({ pointAt: 'files:folder:trash' });
    await tick();
    expect(pointed()).toBe('files:folder:trash');
    await play.change({ pointAt: 'files:menu:w1' });
    await tick();
    expect(pointed()).toBe('files:folder:r2');
  });

  it('points at the places and at the list as a whole', async () => {
    const play = playFiles();
    for (const place of ['files:places', 'files:list']) {
      await play.change({ pointAt: place });
      await tick();
      expect(document.querySelector<HTMLElement>('.spot.pointed')?.dataset.help).toBe(place);
    }
  });

  it('changes nothing when the app is read-only', async () => {
    const play = playFiles([TRASH], true);
    await press('Restaurer Liste 2026');
    await press('Photos');
    expect(play.actions).toEqual([]);
    expect(screen.getByText(/vous pouvez seulement lire/)).toBeTruthy();
  });

  it('is shown in English too', () => {
    locale.current = 'en';
    playFiles([TRASH]);
    expect(screen.getByRole('button', { name: 'Empty the trash' })).toBeTruthy();
  });
});
