/** Dragging rows of the files app onto folders and onto the trash. */
import { cleanup, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { drag, hold, letGo } from '../drag.ts';
import { playFiles } from './play.ts';

const PHOTOS: WorldAction = { app: 'files', type: 'open-folder', folderId: 'r2' };
const TRASH: WorldAction = { app: 'files', type: 'open-folder', folderId: 'trash' };

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

function row(name: string): Element {
  return screen.getByText(name, { selector: '[data-row] .name' });
}

function place(name: string): Element {
  return screen.getByText(name, { selector: 'nav .name' });
}

describe('dragging a file', () => {
  it('moves it when it is dropped on a folder at the side, as its menu does', async () => {
    const play = playFiles([PHOTOS]);
    expect(await drag(row('scan0045'), place('Horaires'))).toBe(true);
    expect(play.actions).toEqual([{ app: 'files', type: 'move', itemId: 'w1', folderId: 'r1' }]);
    expect(screen.getByText(/scan0045.*est maintenant dans Horaires/)).toBeTruthy();
  });

  it('moves it when it is dropped on a folder of the list, and a folder too', async () => {
    const play = playFiles();
    await drag(row('Guide'), row('Photos'));
    await drag(row('Horaires'), row('Photos'));
    expect(play.actions).toEqual([
      { app: 'files', type: 'move', itemId: 'w3', folderId: 'r2' },
      { app: 'files', type: 'move', itemId: 'r1', folderId: 'r2' },
    ]);
  });

  it('deletes it when it is dropped on the trash', async () => {
    const play = playFiles([PHOTOS]);
    await drag(row('scan0045'), place('Corbeille'));
    expect(play.actions).toEqual([{ app: 'files', type: 'delete', itemId: 'w1' }]);
    expect(screen.getByText(/scan0045.*est dans la corbeille/)).toBeTruthy();
  });

  it('restores it when it is dragged from the trash to the folder it came from, and to no other', async () => {
    const play = playFiles([TRASH]);
    for (const name of ['Photos', 'Corbeille'])
      expect(await drag(row('Liste 2026'), place(name))).toBe(false);
    expect(play.actions).toEqual([]);
    await drag(row('Liste 2026'), place('Horaires'));
    expect(play.actions).toEqual([{ app: 'files', type: 'restore', itemId: 'w4' }]);
  });

  it('changes nothing when it is dropped where it is, on itself, on a file or beside the folders', async () => {
    const play = playFiles();
    expect(await drag(row('Guide'), place('Partagé'))).toBe(false);
    expect(await drag(row('Photos'), row('Photos'))).toBe(false);
    expect(await drag(row('Photos'), place('Photos'))).toBe(false);
    expect(await drag(row('Photos'), row('Guide'))).toBe(false);
    expect(await drag(row('Photos'), screen.getByRole('textbox'))).toBe(false);
    expect(play.actions).toEqual([]);
  });

  it('marks the folder under the pointer while it would take what is dragged', async () => {
    playFiles([PHOTOS]);
    const marked = (): (string | undefined)[] =>
      [...document.querySelectorAll('[data-drop]')].map((each) => each.querySelector('.name')?.textContent);
    const refused = await hold(row('scan0045'), place('Photos'));
    expect(marked()).toEqual([]);
    await letGo(row('scan0045'), place('Photos'), refused);
    const held = await hold(row('scan0045'), place('Horaires'));
    expect(marked()).toEqual(['Horaires']);
    await letGo(row('scan0045'), place('Horaires'), { ...held, isTaken: false });
    expect(marked()).toEqual([]);
    await drag(row('scan0045'), place('Horaires'));
    expect(marked()).toEqual([]);
  });

  it('leaves the focus on the folder that took it', async () => {
    playFiles([PHOTOS]);
    await drag(row('scan0045'), place('Horaires'));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Horaires' }));
  });

  it('does not begin when a finger holds the row, nor when the app is read-only', async () => {
    const play = playFiles([PHOTOS]);
    expect(await drag(row('scan0045'), place('Horaires'), 'touch')).toBe(false);
    await play.change({ readOnly: true });
    expect(await drag(row('scan0045'), place('Horaires'))).toBe(false);
    expect(play.actions).toEqual([]);
  });

  it('takes nothing that comes from outside the app, also after a drop', async () => {
    const play = playFiles([PHOTOS]);
    await drag(row('scan0045'), place('Horaires'));
    const held = await hold(document.body, place('Corbeille'));
    await letGo(document.body, place('Corbeille'), { ...held, isTaken: true });
    expect(play.actions).toHaveLength(1);
  });
});
