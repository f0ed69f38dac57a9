import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import PunchApp from '../../../../client/src/apps/punch/PunchApp.svelte';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { punchScene as world } from '../../../support/punch-scene.ts';
import { playApp, press } from '../play-app.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

function playPunch(before: readonly WorldAction[] = []): WorldAction[] {
  return playApp(PunchApp, before, { world }).actions;
}

const onCount: WorldAction = { app: 'punch', type: 'show', page: 'count' };
const onShelf: readonly WorldAction[] = [
  onCount,
  { app: 'punch', type: 'open-shelf', shelfId: 'h1', by: 'scan' },
];

describe('punching', () => {
  it('asks before a second arrival, and moves focus to the question', async () => {
    const actions = playPunch();
    await press('Arrivée');
    expect(screen.getByText(/Arrivée.*8 h/)).toBeTruthy();
    await press('Arrivée');
    expect(document.activeElement?.textContent).toBe('Déjà pointé');
    await press('Non, une fois suffit');
    expect(actions.map(({ type }) => type)).toEqual(['punch', 'punch', 'punch-again']);
  });
});

describe('the pages', () => {
  it('take the focus to their title when they are opened', async () => {
    playPunch();
    await press('Compter');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Le compte des étagères' }));
    await press('Pointer');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Votre journée' }));
  });
});

describe('a shelf', () => {
  it('opens by its code, however that is written, and says so if there is none', async () => {
    const actions = playPunch([onCount]);
    const box = screen.getByLabelText('Ou tapez le code de l’étagère');
    await fireEvent.input(box, { target: { value: 'z99' } });
    await press('Ouvrir');
    expect(screen.getByText(/Aucune étagère n’a ce code/)).toBeTruthy();
    await fireEvent.input(box, { target: { value: ' a-12 ' } });
    expect(screen.queryByText(/Aucune étagère n’a ce code/)).toBeNull();
    await press('Ouvrir');
    expect(actions).toEqual([{ app: 'punch', type: 'open-shelf', shelfId: 'h1', by: 'code' }]);
  });

  it('says with its button how it was counted, where focus comes back to', async () => {
    playPunch([...onShelf, { app: 'punch', type: 'count', shelfId: 'h1', number: '3' }]);
    await press('Retour à la liste');
    const back = document.activeElement;
    expect(back?.textContent).toMatch(/Scanner A12/);
    const described = document.getElementById(back?.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toMatch(/Nombre\s: 3/);
  });

  it('can be counted by buttons, by typing, and read as a list', async () => {
    const actions = playPunch(onShelf);
    expect(screen.getAllByText('Une boîte')).toHaveLength(3);
    expect(screen.getAllByText('Un seau')).toHaveLength(1);
    await press('Ajouter 1');
    await press('Ajouter 1');
    await press('Enlever 1');
    await fireEvent.input(screen.getByLabelText('Nombre sur cette étagère'), { target: { value: '03x' } });
    await press('Retour à la liste');
    const numbers = actions.flatMap((action) => ('number' in action ? [action.number] : []));
    expect(numbers).toEqual(['1', '2', '1', '3']);
    expect(screen.getByText(/Nombre\s: 3/)).toBeTruthy();
  });

  it('counts both presses when they follow each other as fast as a double tap', async () => {
    const actions = playPunch(onShelf);
    const more = screen.getByRole('button', { name: 'Ajouter 1' });
    await fireEvent.click(more, { detail: 1 });
    await fireEvent.click(more, { detail: 2 });
    await tick();
    expect(actions.flatMap((action) => ('number' in action ? [action.number] : []))).toEqual(['1', '2']);
  });
});

describe('the box of the number', () => {
  it('keeps the number and goes back by Enter, as by the button', async () => {
    const actions = playPunch(onShelf);
    const box = screen.getByLabelText('Nombre sur cette étagère');
    await fireEvent.input(box, { target: { value: '12' } });
    // The press ends here: it must not reach the button that has the focus then.
    expect(await fireEvent.keyDown(box, { key: 'Enter' })).toBe(false);
    expect(actions.map(({ type }) => type)).toEqual(['count', 'close-shelf']);
    expect(actions[0]).toMatchObject({ number: '12' });
  });

  it('takes no number above 99, keeps the one before and says why', async () => {
    const actions = playPunch([...onShelf, { app: 'punch', type: 'count', shelfId: 'h1', number: '9' }]);
    const box = screen.getByLabelText('Nombre sur cette étagère');
    await fireEvent.input(box, { target: { value: '922' } });
    expect((box as HTMLInputElement).value).toBe('9');
    expect(screen.getAllByText(/99 boîtes au plus/).length).toBeGreaterThan(0);
    await press('Retour à la liste');
    expect(actions.map(({ type }) => type)).toEqual(['close-shelf']);
  });
});

describe('sending', () => {
  it('says what is lacking, that it was not sent, and that it was', async () => {
    const actions = playPunch([onCount]);
    await press('Envoyer');
    expect(screen.getByText(/Il n’y a rien à envoyer/)).toBeTruthy();
    cleanup();
    playPunch([...onShelf, { app: 'punch', type: 'count', shelfId: 'h1', number: '3' }, onCount]);
    await press('Envoyer');
    expect(screen.getByText(/Choisissez l’unité/)).toBeTruthy();
    await fireEvent.click(screen.getByLabelText('Boîtes'));
    await tick();
    await press('Envoyer');
    expect(screen.getAllByText(/Le compte n’est pas parti. Le réseau est faible/).length).toBeGreaterThan(0);
    await press('Réessayer');
    expect(screen.getAllByText(/Envoyé\s: 1 étagère/).length).toBeGreaterThan(0);
    expect(actions).toEqual([]);
  });
});
