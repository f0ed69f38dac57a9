import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import { cell, choose, key, play, press, type } from './sheet-page.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

function head(name: string): HTMLElement {
  const heads = [...screen.getByRole('grid').querySelectorAll<HTMLElement>('.line, .letter')];
  const found = heads.find((each) => (each.querySelector('span') ?? each).textContent.trim() === name);
  if (!found) throw new Error(`no head ${name}`);
  return found;
}

/** As in a browser, the focus leaves its place when something without focus is pressed, unless that is prevented. */
async function pressHead(name: string): Promise<void> {
  await fireEvent.pointerDown(head(name));
  const isLeft = await fireEvent.mouseDown(head(name));
  if (isLeft && document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await fireEvent.click(head(name));
  await tick();
  await tick();
}

function marked(): readonly string[] {
  const heads = [...screen.getByRole('grid').querySelectorAll('.here')];
  return heads.map((each) => (each.querySelector('span') ?? each).textContent.trim());
}

describe('a row number', () => {
  it('chooses the cell of its row, in the same column, when it is pressed', async () => {
    const { actions } = play();
    await choose(2, 2);
    await pressHead('4');
    expect(document.activeElement).toBe(cell(4, 2));
    expect(cell(4, 2).getAttribute('aria-selected')).toBe('true');
    expect(actions).toEqual([]);
  });

  it('chooses the first cell of its row when no cell was chosen before', async () => {
    play();
    await pressHead('3');
    expect(document.activeElement).toBe(cell(3, 1));
  });

  it('says which row « Signaler » marks', async () => {
    const { actions } = play();
    await choose(2, 2);
    await pressHead('4');
    await press('Signaler');
    expect(actions).toEqual([{ app: 'sheet', type: 'flag', row: 'r3' }]);
    expect(screen.getByText('La ligne 4 est signalée.')).toBeTruthy();
  });

  it('enters text typed elsewhere first, and leads back to a formula that cannot be read', async () => {
    const { actions } = play();
    await choose(2, 4);
    await key('5');
    await pressHead('3');
    expect(actions).toMatchObject([{ type: 'enter-number', row: 'r1', number: '5' }]);
    await key('=');
    await type('=x');
    const box = document.activeElement;
    await pressHead('4');
    expect(document.activeElement).toBe(box);
    expect(marked()).toEqual(['D', '3']);
    expect(actions).toHaveLength(1);
  });

  it('leads back to the formula bar when the formula typed there cannot be read', async () => {
    play();
    await choose(5, 4);
    const bar = screen.getByLabelText<HTMLInputElement>('Contenu de la cellule D5');
    bar.focus();
    await type('=SOM(D2)');
    await pressHead('2');
    expect(document.activeElement).toBe(bar);
  });
});

describe('a column letter', () => {
  it('chooses the cell of its column, in the same row, when it is pressed', async () => {
    const { actions } = play();
    await choose(3, 1);
    await pressHead('D');
    expect(document.activeElement).toBe(cell(3, 4));
    expect(actions).toEqual([]);
  });
});

describe('the heads', () => {
  it('show the row and the column of the chosen cell', async () => {
    play();
    expect(marked()).toEqual(['A', '1']);
    await choose(3, 2);
    expect(marked()).toEqual(['B', '3']);
    await key('ArrowDown');
    expect(marked()).toEqual(['B', '4']);
  });

  it('add no stop for the keyboard', () => {
    play();
    expect(screen.getByRole('grid').querySelectorAll('.line[tabindex], .letter[tabindex]')).toHaveLength(0);
    expect(screen.getByRole('grid').querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });
});
