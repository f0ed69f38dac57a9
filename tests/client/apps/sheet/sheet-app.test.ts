import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sheetFr } from '../../../../client/src/apps/sheet/sheet.fr.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import { cell, choose, chosen, key, play, press, type } from './sheet-page.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

describe('the grid', () => {
  it('shows dates, words, hours and results in the reader’s language', () => {
    play();
    expect(cell(2, 1).textContent.trim()).toBe('6 mai');
    expect(cell(2, 3).textContent.trim()).toBe('8\u00A0h à 12\u00A0h');
    expect(cell(4, 4).textContent.trim()).toBe('2,5');
    expect(cell(6, 4).textContent.trim()).toBe('3');
    cleanup();
    locale.current = 'en';
    play();
    expect(cell(2, 3).textContent.trim()).toBe('8\u00A0a.m. to noon');
    expect(cell(4, 4).textContent.trim()).toBe('2.5');
  });

  it('has one cell in the tab order; arrows, Home, End and Ctrl+Home move it', async () => {
    play();
    await choose(2, 1);
    await key('ArrowDown');
    expect(chosen()).toBe('4 mai');
    await key('End');
    expect(chosen()).toBe('3');
    await key('Home');
    await key('Home', { ctrlKey: true });
    expect(chosen()).toBe('Date');
    expect(screen.getByRole('grid').querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('replaces the content of a cell by typing, and goes down with Enter', async () => {
    const { actions } = play();
    await choose(2, 4);
    await key('5');
    expect(document.activeElement).toBeInstanceOf(HTMLInputElement);
    await key('Enter');
    expect(actions).toEqual([
      { app: 'sheet', type: 'enter-number', row: 'r1', column: 'hours', number: '5' },
    ]);
    expect(document.activeElement).toBe(cell(3, 4));
  });

  it('edits with F2, and Escape leaves the cell unchanged', async () => {
    const { actions } = play();
    await choose(2, 4);
    await key('F2');
    await type('9');
    await key('Escape');
    expect(actions).toEqual([]);
    expect(cell(2, 4).textContent.trim()).toBe('4');
    expect(document.activeElement).toBe(cell(2, 4));
  });

  it('selects with the first click, also the first cell, and edits with the second', async () => {
    play();
    const click = async (line: number, column: number): Promise<void> => {
      await fireEvent.pointerDown(cell(line, column));
      cell(line, column).focus();
      await fireEvent.click(cell(line, column));
      await tick();
    };
    const isEditing = (): boolean => screen.getByRole('grid').querySelector('input') !== null;
    for (const [line, column] of [
      [1, 1],
      [2, 4],
    ] as const) {
      await click(line, column);
      expect(isEditing()).toBe(false);
      await click(line, column);
      expect(isEditing()).toBe(true);
      const box = cell(line, column).querySelector('input');
      // What is typed replaces it, as after the first click.
      expect([box?.selectionStart, box?.selectionEnd]).toEqual([0, box?.value.length]);
      await key('Escape');
    }
  });

  it('edits the chosen cell with F2 from a tool, too', async () => {
    play();
    await choose(2, 4);
    screen.getByRole('button', { name: 'Signaler' }).focus();
    await key('F2');
    expect(document.activeElement).toBe(cell(2, 4).querySelector('input'));
  });

  it('undoes with Ctrl+Z or Cmd+Z, and leaves these keys to a box in which somebody types', async () => {
    const { actions } = play();
    await choose(2, 4);
    await key('z', { ctrlKey: true });
    expect(actions).toEqual([]);
    await key('Delete');
    await key('z', { ctrlKey: true });
    await key('Delete');
    await key('z', { metaKey: true });
    const undone = ['clear', 'undo', 'clear', 'undo'];
    expect(actions.map(({ type: kind }) => kind)).toEqual(undone);
    await key('Delete');
    await key('F2');
    await key('z', { ctrlKey: true });
    expect(actions.map(({ type: kind }) => kind)).toEqual([...undone, 'clear']);
  });

  it.each([
    ['y', { ctrlKey: true }],
    ['Z', { ctrlKey: true, shiftKey: true }],
    ['z', { metaKey: true, shiftKey: true }],
  ])('says that nothing is redone, and changes nothing, when %s is pressed with %o', async (name, held) => {
    const { actions } = play();
    await choose(2, 4);
    await key('Delete');
    await key('z', { ctrlKey: true });
    await key(name, held);
    expect(actions.map(({ type: kind }) => kind)).toEqual(['clear', 'undo']);
    expect(screen.getByText(sheetFr['said.noRedo'])).toBeTruthy();
  });

  it('leaves Ctrl+Y to a box in which somebody types', async () => {
    play();
    await choose(2, 4);
    await key('F2');
    await key('y', { ctrlKey: true });
    expect(screen.queryByText(sheetFr['said.noRedo'])).toBeNull();
  });

  it('empties a cell with Delete', async () => {
    const { actions } = play();
    await choose(2, 4);
    await key('Delete');
    expect(actions).toEqual([{ app: 'sheet', type: 'clear', row: 'r1', column: 'hours' }]);
  });
});

describe('the formula bar', () => {
  it('shows a formula as a formula, and accepts one in French', async () => {
    const { actions } = play();
    await choose(6, 4);
    const bar = screen.getByLabelText<HTMLInputElement>('Contenu de la cellule D6');
    expect(bar.value).toBe('=NB(D2:D4)');
    await choose(5, 4);
    bar.focus();
    await type('=somme(D2;D3)');
    await key('Enter');
    expect(actions).toEqual([
      { app: 'sheet', type: 'enter-formula', row: 'b1', column: 'hours', formula: 'SUM(D2,D3)' },
    ]);
    expect(cell(5, 4).textContent.trim()).toBe('7');
  });

  it('explains plainly why a formula is invalid, and keeps what was typed', async () => {
    const { actions } = play();
    await choose(5, 4);
    const bar = screen.getByLabelText<HTMLInputElement>('Contenu de la cellule D5');
    bar.focus();
    await type('=SOM(D2)');
    await key('Enter');
    expect(actions).toEqual([]);
    expect(screen.getByText(/n’est pas un nom connu/)).toBeTruthy();
    expect(screen.getByText(/=SOMME\(D2:D4\)/)).toBeTruthy();
    expect(bar.value).toBe('=SOM(D2)');
  });
});

describe('the row of the total', () => {
  it('is the first below the table, and the only one that stays in view', () => {
    play();
    const rows = [...screen.getByRole('grid').querySelectorAll('tr.total')];
    expect(rows.map((row) => row.querySelectorAll('td')[2]?.textContent.trim())).toEqual(['total']);
  });
});

describe('next to the grid', () => {
  it('an answer is chosen by one press', async () => {
    const { actions } = play();
    await fireEvent.click(screen.getByRole('radio', { name: 'bob' }));
    expect(actions).toEqual([{ app: 'sheet', type: 'answer', questionId: 'q1', choice: 'bob' }]);
  });

  it('a link leads from the table to the question below it', async () => {
    play();
    await press('Aller à la question');
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Question' }));
  });

  it('the card view shows one row at a time, where each cell can be changed', async () => {
    const { actions } = play();
    await choose(2, 4);
    await press('Une ligne à la fois');
    await press('Ligne d’après');
    const box = screen.getByLabelText<HTMLInputElement>('Heures');
    expect(box.value).toBe('3');
    box.focus();
    await type('6');
    await fireEvent.blur(box);
    expect(actions).toEqual([
      { app: 'sheet', type: 'enter-number', row: 'r2', column: 'hours', number: '6' },
    ]);
  });
});

it('the card view brings the note about a formula that it cannot read into view', async () => {
  play();
  await choose(2, 4);
  await press('Une ligne à la fois');
  const show = vi.spyOn(Element.prototype, 'scrollIntoView');
  screen.getByLabelText('Heures').focus();
  await type('=x');
  await fireEvent.blur(screen.getByLabelText('Heures'));
  expect(show.mock.contexts).toEqual([document.querySelector('.why')]);
  vi.restoreAllMocks();
});

describe('read-only', () => {
  it('shows everything and sends no action', async () => {
    const { actions } = play({ readOnly: true });
    await choose(2, 4);
    await key('5');
    await key('Delete');
    await press('Somme');
    await press('Signaler');
    expect(actions).toEqual([]);
  });
});
