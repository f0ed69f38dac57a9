import { tick } from 'svelte';

/** In px, from the corner of the window. */
interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Opens the menu of a row where the pointer is, or near it where there is room. Without a pointer it stays at its button. */
export async function openMenuAt(row: HTMLElement, point: Point): Promise<void> {
  const button = row.querySelector<HTMLElement>('[aria-haspopup="menu"]');
  if (button?.getAttribute('aria-expanded') !== 'false') return;
  button.click();
  await tick();
  const list = row.querySelector<HTMLElement>('[role="menu"]');
  const scroller = row.closest('.app-frame')?.querySelector('.list')?.getBoundingClientRect();
  if (!(list?.offsetParent instanceof HTMLElement) || scroller === undefined) return;
  if (point.clientX === 0 && point.clientY === 0) return;
  const corner = list.offsetParent.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const view = {
    left: Math.max(0, scroller.left),
    top: Math.max(0, scroller.top),
    right: Math.min(innerWidth, scroller.right),
    bottom: Math.min(innerHeight, scroller.bottom),
  };
  const { left, top } = findCorner({ width, height }, point, view);
  list.style.translate = 'none';
  list.style.inset = `${String(top - corner.top)}px auto auto ${String(left - corner.left)}px`;
}

/** Below the pointer, above it, or beside it with its end at the edge; never outside the sides of `view`. */
export function findCorner(
  { width, height }: { readonly width: number; readonly height: number },
  { clientX, clientY }: Point,
  view: Box,
): { readonly left: number; readonly top: number } {
  const left = Math.max(view.left, Math.min(clientX, view.right - width));
  if (clientY + height <= view.bottom) return { left, top: clientY };
  if (clientY - height >= view.top) return { left, top: clientY - height };
  return { left, top: Math.max(view.top, view.bottom - height) };
}
