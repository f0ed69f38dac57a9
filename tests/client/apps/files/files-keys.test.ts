import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { playFiles } from './play.ts';

const PHOTOS: WorldAction = { app: 'files', type: 'open-folder', folderId: 'r2' };
const TRASH: WorldAction = { app: 'files', type: 'open-folder', folderId: 'trash' };

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

function row(id: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('[data-row]')].find(
    ({ dataset }) => dataset.row === id,
  );
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
}

/** With the focus where it is. */
async function key(name: string, held: object = {}): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...held });
  await tick();
  await tick();
}

function said(): string {
  return document.querySelector('.said')?.textContent.trim() ?? '';
}

describe('keys of a file manager', () => {
  it('cut the row that has the focus, and undo it', async () => {
    const play = playFiles([PHOTOS]);
    row('w1').focus();
    await key('x', { ctrlKey: true });
    expect(play.actions).toEqual([{ app: 'files', type: 'cut', itemId: 'w1' }]);
    expect(said()).toContain('est coupé');
    await key('z', { metaKey: true });
    expect(play.actions.at(-1)).toEqual({ app: 'desk', type: 'undo' });
    expect(said()).toBe('C’est annulé.');
  });

  it('ask for a new name with F2', async () => {
    const play = playFiles([PHOTOS]);
    row('w2').focus();
    await key('F2');
    const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'Nouveau nom' });
    expect(box.value).toBe('Étagères');
    await key('F2');
    expect(play.actions).toEqual([]);
  });

  it('say how a row is deleted, and delete nothing, with Delete', async () => {
    const play = playFiles([PHOTOS]);
    row('w1').focus();
    await key('Delete');
    expect(said()).toBe('Passez par « Actions », à côté du nom.');
    expect(play.actions).toEqual([]);
  });

  it('mean the file that is open', async () => {
    playFiles([PHOTOS, { app: 'files', type: 'open-file', fileId: 'w1' }]);
    await key('F2');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Nouveau nom' }).value).toBe('scan0045');
  });

  it.each([
    ['F2', {}],
    ['x', { ctrlKey: true }],
  ])('say how it is done if no row has the focus: %s', async (name, held) => {
    const play = playFiles([PHOTOS]);
    await key(name, held);
    expect(said()).toBe('Passez par « Actions », à côté du nom.');
    expect([play.actions, screen.queryByRole('dialog')]).toEqual([[], null]);
  });

  it('do nothing in the trash, in a box, with nothing to undo, or when only looking', async () => {
    const play = playFiles([TRASH]);
    await key('F2');
    await key('x', { ctrlKey: true });
    cleanup();
    const fresh = playFiles();
    await key('z', { ctrlKey: true });
    screen.getByRole('textbox', { name: 'Nom du fichier' }).focus();
    await key('x', { ctrlKey: true });
    await key('F2');
    cleanup();
    const looked = playFiles([PHOTOS], true);
    await key('F2');
    expect([play.actions, fresh.actions, looked.actions, said()]).toEqual([[], [], [], '']);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a right click', () => {
  it('opens the menu of its row, in the trash too', async () => {
    playFiles([PHOTOS]);
    const isTaken = !(await fireEvent.contextMenu(row('w2')));
    await tick();
    expect(isTaken).toBe(true);
    expect(screen.getByRole('menu').getAttribute('aria-label')).toBe('Actions Étagères');
    expect(document.activeElement?.textContent.trim()).toBe('Ouvrir');
    cleanup();
    playFiles([TRASH]);
    await fireEvent.contextMenu(row('w4'));
    await tick();
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent.trim())).toEqual([
      'Restaurer',
      'Supprimer pour de bon',
    ]);
  });
});
