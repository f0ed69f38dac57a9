import { untrack } from 'svelte';

interface Front {
  readonly glass: () => HTMLElement | undefined;
  readonly front: () => string;
}

/**
 * Moves lost focus to the title of the app that came to the front. Its code may still be loading. Call it
 * during component initialisation.
 */
export function followFront({ glass, front }: Front): void {
  let before = untrack(front);
  $effect(() => {
    const now = front();
    const screen = glass();
    if (now === before || screen === undefined) return;
    before = now;
    const old = screen.querySelector('h2');
    const arrive = (): void => {
      const title = screen.querySelector('h2');
      if (title === null || title === old) return;
      watch.disconnect();
      const isLost = document.activeElement === document.body || document.activeElement === null;
      if (!isLost) return;
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(arrive);
    watch.observe(screen, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
    };
  });
}
