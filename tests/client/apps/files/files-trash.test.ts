import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { press } from '../play-app.ts';
import { playFiles } from './play.ts';

const TRASH: WorldAction = { app: 'files', type: 'open-folder', folderId: 'trash' };

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

/** Names of the rows in order. */
function rows(): string[] {
  return [...document.querySelectorAll('[data-row] .name')].map(({ textContent }) => textContent);
}

describe('the trash', () => {
  it('restores a file and announces its folder', async () => {
    const play = playFiles([TRASH]);
    await press('Restaurer Liste 2026');
    expect(play.actions).toEqual([{ app: 'files', type: 'restore', itemId: 'w4' }]);
    expect(rows()).toEqual(['Liste 2025']);
    expect(screen.getByText(/est de retour dans Horaires/)).toBeTruthy();
  });

  it('restores a file from its menu when that entry, the first, is chosen', async () => {
    const play = playFiles([TRASH]);
    await press('Actions Liste 2026');
    const entries = screen.getAllByRole('menuitem');
    expect(entries.map(({ textContent }) => textContent.trim())).toEqual([
      'Restaurer',
      'Supprimer pour de bon',
    ]);
    await fireEvent.click(entries[0] ?? document.body);
    await tick();
    expect(play.actions).toEqual([{ app: 'files', type: 'restore', itemId: 'w4' }]);
    expect(screen.getByText(/est de retour dans Horaires/)).toBeTruthy();
  });

  it('asks for confirmation before it is emptied, and undo restores everything', async () => {
    const play = playFiles([TRASH]);
    await press('Vider la corbeille');
    await press('Ne rien changer');
    expect(play.actions).toEqual([]);
    await press('Vider la corbeille');
    await fireEvent.click(
      screen.getAllByRole('button', { name: 'Vider la corbeille' }).at(-1) ?? document.body,
    );
    await tick();
    expect(play.actions).toEqual([{ app: 'files', type: 'empty-trash' }]);
    await press('Annuler');
    expect(rows()).toEqual(['Liste 2025', 'Liste 2026']);
  });

  it('asks for confirmation before deleting one thing for good', async () => {
    const play = playFiles([TRASH]);
    await press('Actions Liste 2025');
    await fireEvent.click(screen.getByRole('menuitem', { name: 'Supprimer pour de bon' }));
    await tick();
    await tick();
    await press('Supprimer pour de bon');
    expect(play.actions).toEqual([{ app: 'files', type: 'delete-for-good', itemId: 'w5' }]);
  });
});
