import { cleanup, fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import {
  cell,
  choose,
  confirmSort,
  key,
  pick,
  play,
  press,
  sortByDate,
  sortWords,
  type,
} from './sheet-page.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

async function pressOn(line: number, column: number): Promise<void> {
  await choose(line, column);
  await fireEvent.click(cell(line, column));
}

describe('the tools', () => {
  it('write the sum into the cell below and announce the result', async () => {
    const { actions } = play();
    await choose(5, 4);
    await press('Somme');
    expect(actions).toEqual([{ app: 'sheet', type: 'sum', row: 'b1', column: 'hours' }]);
    expect(screen.getByText('La somme est 9,5. Elle est dans la cellule D5.')).toBeTruthy();
  });

  it('say what to choose when there is nothing to add up, and send no action', async () => {
    const { actions } = play();
    await choose(2, 2);
    await press('Somme');
    expect(actions).toEqual([]);
    expect(screen.getByText('Choisissez d’abord une cellule dans une colonne de nombres.')).toBeTruthy();
  });

  it.each<[string, () => Promise<void>]>([
    ['chosen', () => pressOn(2, 3)],
    ['chosen by an arrow', () => key('ArrowRight')],
    ['edited', () => key('F2')],
  ])('stop asking for a cell once one is %s', async (_how, then) => {
    play();
    await choose(2, 2);
    await press('Somme');
    const asks = (): HTMLElement | null => screen.queryByText(/^Choisissez d’abord une cellule/);
    expect(asks()).not.toBeNull();
    cell(2, 2).focus();
    expect(asks()).not.toBeNull();
    await then();
    expect(asks()).toBeNull();
  });

  it.each([
    [
      'fr',
      'Somme',
      'La somme est déjà dans la cellule D5.',
      'La cellule D5 est déjà remplie. Choisissez-la pour la changer.',
    ],
    ['en', 'Sum', 'The sum is already in cell D5.', 'Cell D5 is already filled. Choose it to change it.'],
  ] as const)(
    'say which cell is filled when no cell below the numbers is free (%s)',
    async (language, sum, there, filled) => {
      locale.current = language;
      const { actions } = play();
      await choose(2, 4);
      await press(sum);
      await choose(2, 4);
      await press(sum);
      expect(screen.getByText(there)).toBeTruthy();
      await choose(5, 4);
      await key('9');
      await key('Enter');
      await choose(1, 4);
      await press(sum);
      expect(screen.getByText(filled)).toBeTruthy();
      await choose(5, 4);
      await press(sum);
      expect(actions.map(({ type: kind }) => kind)).toEqual(['sum', 'enter-number', 'sum']);
    },
  );

  it('never announce as success what came to nothing', async () => {
    play();
    const isHint = (): boolean => document.querySelector('.status .app-note') !== null;
    await choose(2, 2);
    await press('Somme');
    expect(isHint()).toBe(true);
    await press('Signaler');
    expect(isHint()).toBe(false);
    await choose(5, 4);
    screen.getByLabelText<HTMLInputElement>('Contenu de la cellule D5').focus();
    await type('=D2/0');
    await key('Enter');
    expect(screen.getByText('D5 : Division par 0.')).toBeTruthy();
    expect(isHint()).toBe(true);
    await sortByDate();
    expect(isHint()).toBe(false);
    await sortByDate();
    expect(screen.getByText('C’est déjà dans cet ordre.')).toBeTruthy();
    expect(isHint()).toBe(true);
  });

  it('sort the whole table, or one column if the person chose so', async () => {
    const { actions } = play();
    await sortByDate();
    await sortByDate('down', 'column');
    expect(actions).toEqual([
      { app: 'sheet', type: 'sort', column: 'date', direction: 'up', scope: 'table' },
      { app: 'sheet', type: 'sort', column: 'date', direction: 'down', scope: 'column' },
    ]);
  });

  it('sort nothing before all is chosen, and lead to the first question that is open', async () => {
    const { actions } = play();
    await choose(2, 1);
    await press('Trier');
    const dialog = within(screen.getByRole('dialog'));
    const said = (): string => dialog.getByRole('alert').textContent;
    const focused = (): string | undefined =>
      document.activeElement?.closest('fieldset')?.querySelector('legend')?.textContent;
    expect(dialog.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked)).toEqual([]);
    await confirmSort();
    expect([said(), focused()]).toEqual(['Choisissez une colonne.', 'Trier par quelle colonne?']);
    await pick('Date');
    await confirmSort();
    expect([said(), focused()]).toEqual(['Choisissez un ordre.', 'Dans quel ordre?']);
    await pick(sortWords.down);
    await confirmSort();
    expect([said(), focused()]).toEqual(['Choisissez ce qui bouge.', 'Qu’est-ce qui bouge?']);
    expect(actions).toEqual([]);
    await pick(sortWords.table);
    expect(said()).toBe('');
    await confirmSort();
    expect(actions).toHaveLength(1);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('forget the choices of the sort before', async () => {
    play();
    await sortByDate();
    await press('Trier');
    expect(screen.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked)).toEqual([]);
  });

  it('tear the table if somebody takes the first of every choice', async () => {
    const { actions } = play();
    await press('Trier');
    for (const group of within(screen.getByRole('dialog')).getAllByRole('group')) {
      const [first] = within(group).getAllByRole('radio');
      if (first) await fireEvent.click(first);
    }
    await confirmSort();
    expect(actions).toMatchObject([{ type: 'sort', scope: 'column' }]);
  });

  it('flag the row of the chosen cell and take the flag away', async () => {
    const { actions } = play();
    await choose(3, 2);
    await press('Signaler');
    expect(within(screen.getByRole('grid')).getByText('Ligne signalée')).toBeTruthy();
    await press('Retirer le signalement');
    expect(actions.map(({ type: kind }) => kind)).toEqual(['flag', 'unflag']);
  });
});
