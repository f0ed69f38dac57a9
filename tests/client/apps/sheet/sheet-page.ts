/** The sheet over its real reducers: a test sees its actions. */
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import SheetApp from '../../../../client/src/apps/sheet/SheetApp.svelte';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { World, WorldAction } from '../../../../scenarios/world/types.ts';
import { sampleSheet } from '../../../support/sheet-sample.ts';
import { sampleWorld } from '../mail/sample-world.ts';

const world: World = { ...sampleWorld, apps: ['sheet'], sheet: sampleSheet, help: [] };

/** The real reducers apply the app's actions, and the test sees both. */
export function play(options: { readonly readOnly?: boolean } = {}): { readonly actions: WorldAction[] } {
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
export function cell(line: number, column: number): HTMLElement {
  const row = screen.getByRole('grid').querySelectorAll('tbody tr')[line - 1];
  const found = row?.querySelectorAll<HTMLElement>('td')[column - 1];
  if (!found) throw new Error(`no cell ${line}/${column}`);
  return found;
}

export async function choose(line: number, column: number): Promise<void> {
  cell(line, column).focus();
  await tick();
}

export async function key(name: string, more: object = {}): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
  await tick();
  await tick();
}

export async function press(name: string): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await tick();
}

export async function type(text: string): Promise<void> {
  await fireEvent.input(document.activeElement ?? document.body, { target: { value: text } });
}

export const sortWords = {
  up: 'Du plus petit au plus grand (1 à 9, A à Z, lundi à vendredi)',
  down: 'Du plus grand au plus petit (9 à 1, Z à A, vendredi à lundi)',
  table: 'Tout le tableau',
  column: 'Cette colonne seulement',
} as const;

export async function confirmSort(): Promise<void> {
  await fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Trier' }));
  await tick();
}

export async function pick(name: string): Promise<void> {
  await fireEvent.click(within(screen.getByRole('dialog')).getByRole('radio', { name }));
}

export async function sortByDate(
  direction: 'up' | 'down' = 'up',
  scope: 'table' | 'column' = 'table',
): Promise<void> {
  await press('Trier');
  await pick('Date');
  await pick(sortWords[direction]);
  await pick(sortWords[scope]);
  await confirmSort();
}

export function chosen(): string | undefined {
  return screen.getByRole('grid').querySelector('[aria-selected="true"]')?.textContent.trim();
}
