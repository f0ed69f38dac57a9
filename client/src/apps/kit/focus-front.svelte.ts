import { untrack } from 'svelte';
import { leaveFocus } from '../../ui/leave-focus.ts';
import type { AppView } from './app-view.svelte.ts';

interface FrontFocus {
  readonly app: AppView;
  readonly root: () => HTMLElement | undefined;
  /** Names the front: a message, page or list. */
  readonly front: () => string;
  /** Called after a change from `was`; returns what takes the focus. */
  readonly arrive: (root: HTMLElement, was: string) => HTMLElement | null | undefined;
}

/**
 * Moves focus into what opened in an app, or back. Focus outside the app or on `data-keep-focus` stays.
 * Call it during component initialisation.
 */
export function focusFront({ app, root, front, arrive }: FrontFocus): void {
  let before = untrack(front);
  let left: HTMLElement | null = null;
  app.leaveFront = () => {
    const element = root();
    if (element === undefined || untrack(front) === before || isFocusBound(element)) return;
    left ??= leaveFocus(element);
  };
  $effect(() => {
    const now = front();
    const was = before;
    before = now;
    const element = root();
    if (element === undefined || now === was) return;
    const target = untrack(() => arrive(element, was));
    if (!isFocusBound(element)) (target ?? left)?.focus();
    left = null;
  });
}

function isFocusBound(root: HTMLElement): boolean {
  const active = document.activeElement;
  if (active === null) return false;
  const isOutside = active !== document.body && !root.contains(active);
  return isOutside || active.closest('[data-keep-focus]') !== null;
}

export function focusPlace(root: HTMLElement, name: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-focus="${name}"]`);
}

/** By `data-row`; ids may hold any character. */
export function focusRow(root: HTMLElement, id: string): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>('[data-row]')].find(({ dataset }) => dataset.row === id);
}
