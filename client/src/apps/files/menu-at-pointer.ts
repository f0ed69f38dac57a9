import { tick } from 'svelte';
import { placeMenu } from '../../ui/place-menu.ts';

/** In px, from the corner of the window. */
interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** Opens the menu of a row where the pointer is, or near it where there is room. Without a pointer it stays at its button. */
export async function openMenuAt(row: HTMLElement, { clientX, clientY }: Point): Promise<void> {
  const button = row.querySelector<HTMLElement>('[aria-haspopup="menu"]');
  if (button?.getAttribute('aria-expanded') !== 'false') return;
  button.click();
  await tick();
  const list = row.querySelector<HTMLElement>('[role="menu"]');
  if (!(list?.offsetParent instanceof HTMLElement) || (clientX === 0 && clientY === 0)) return;
  const { left, top } = list.offsetParent.getBoundingClientRect();
  list.style.translate = 'none';
  list.style.inset = `${String(clientY - top)}px auto auto ${String(clientX - left)}px`;
  placeMenu(list, { getBoundingClientRect: () => new DOMRect(clientX, clientY) });
}
