import { untrack } from 'svelte';

/**
 * Takes the focus from what goes away when `place` changes, before the page does: if a focused element is removed, the
 * browser lays out what goes and what comes together. Whoever shows the new place gives it the focus.
 * Call it during component initialisation, in a component that stays.
 * @param isBound true if the focus is to stay where it is
 */
export function releaseFocus(place: () => unknown, isBound: () => boolean = () => false): void {
  let before = untrack(place);
  $effect.pre(() => {
    const now = place();
    if (now === before) return;
    before = now;
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && !untrack(isBound)) activeElement.blur();
  });
}
