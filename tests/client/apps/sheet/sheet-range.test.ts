import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sheetFr } from '../../../../client/src/apps/sheet/sheet.fr.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import { cell, choose, key, play } from './sheet-page.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

async function drag(from: HTMLElement, to: HTMLElement): Promise<void> {
  await fireEvent.pointerDown(from, { button: 0 });
  await fireEvent.pointerUp(to, { button: 0 });
  await tick();
}

const isSaid = (): boolean => screen.queryByText(sheetFr['said.oneCell']) !== null;

describe('the grid says that one cell is chosen at a time', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['somebody drags over cells', () => drag(cell(2, 4), cell(4, 4))],
    ['somebody holds Shift and presses a cell', () => fireEvent.click(cell(4, 4), { shiftKey: true })],
    ['somebody holds Shift and presses an arrow', () => key('ArrowDown', { shiftKey: true })],
  ])('when %s', async (_, attempt) => {
    const { actions } = play();
    await choose(2, 4);
    expect(isSaid()).toBe(false);
    await attempt();
    await tick();
    expect(isSaid()).toBe(true);
    expect(actions).toEqual([]);
  });

  it('but not when a cell is pressed, the drag ends outside, or the arrow is in a box', async () => {
    play();
    await choose(2, 4);
    await drag(cell(2, 4), cell(2, 4));
    await drag(cell(2, 4), document.body);
    await fireEvent.pointerUp(cell(3, 4), { button: 0 });
    await key('ArrowDown');
    await key('F2');
    await key('ArrowLeft', { shiftKey: true });
    expect(isSaid()).toBe(false);
  });
});
