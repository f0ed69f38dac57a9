import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import SheetApp from '../../../../client/src/apps/sheet/SheetApp.svelte';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { World, WorldAction } from '../../../../scenarios/world/types.ts';
import { sampleSheet } from '../../../support/sheet-sample.ts';
import { sampleWorld } from '../mail/sample-world.ts';

const world: World = { ...sampleWorld, apps: ['sheet'], sheet: sampleSheet, help: [] };

/** The real reducers apply the app's actions, and the test sees both. */
function play(options: { readonly readOnly?: boolean } = {}): { readonly actions: WorldAction[] } {
  let state = startScene(world);
  const actions: WorldAction[] = [];
  let update: (props: object) => Promise<void> = () => Promise.resolve();
  const view = render(SheetApp, {
    world,
    state,
    pointAt: null,
    readOnly: options.readOnly ?? false,
    text: (key: string) => key,
    act: (action: WorldAction) => {
      actions.push(action);
      const next = step(world, state, action, { epoch: 1, actionSeq: actions.length });
      if (!next.ok) throw new Error(`${action.app} ${action.type} refused: ${next.code}`);
      state = next.state;
      void update({ state });
    },
  });
  update = (props) => view.rerender(props);
  return { actions };
}

/** Line and column from 1, as the sheet counts them. */
function cell(line: number, column: number): HTMLElement {
  const row = screen.getByRole('grid').querySelectorAll('tbody tr')[line - 1];
  const found = row?.querySelectorAll<HTMLElement>('td')[column - 1];
  if (!found) throw new Error(`no cell ${line}/${column}`);
  return found;
}

async function choose(line: number, column: number): Promise<void> {
  cell(line, column).focus();
  await tick();
}

async function key(name: string, more: object = {}): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
  await tick();
  await tick();
}

async function press(name: string): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await tick();
}

async function type(text: string): Promise<void> {
  await fireEvent.input(document.activeElement ?? document.body, { target: { value: text } });
}

const sortWords = {
  up: 'Du plus petit au plus grand (1 à 9, A à Z, lundi à vendredi)',
  down: 'Du plus grand au plus petit (9 à 1, Z à A, vendredi à lundi)',
  table: 'Tout le tableau',
  column: 'Cette colonne seulement',
} as const;

async function confirmSort(): Promise<void> {
  await fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Trier' }));
  await tick();
}

async function pick(name: string): Promise<void> {
  await fireEvent.click(within(screen.getByRole('dialog')).getByRole('radio', { name }));
}

async function sortByDate(
  direction: 'up' | 'down' = 'up',
  scope: 'table' | 'column' = 'table',
): Promise<void> {
  await press('Trier');
  await pick('Date');
  await pick(sortWords[direction]);
  await pick(sortWords[scope]);
  await confirmSort();
}

function chosen(): string | undefined {
  return screen.getByRole('grid').querySelector('[aria-selected="true"]')?.textContent.trim();
}

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
