import { untrack } from 'svelte';
import { leaveFocus } from '../ui/leave-focus.ts';

/**
 * Takes the focus from a screen that goes away: each is a `main` of its own, and the heading of the next one takes the
 * focus. Call it during component initialisation.
 */
export function leaveScreens(screen: () => string): void {
  let before = untrack(screen);
  $effect.pre(() => {
    const now = screen();
    if (now === before) return;
    before = now;
    const main = document.querySelector('main');
    if (main) leaveFocus(main);
  });
}
