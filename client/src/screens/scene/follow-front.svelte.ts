import { tick, untrack } from 'svelte';

interface Front {
  readonly glass: () => HTMLElement | undefined;
  readonly front: () => string;
}

/**
 * Moves focus to the title of the app that came to the front, unless the app has taken it or it was not lost.
 * Call it during component initialisation.
 */
export function followFront({ glass, front }: Front): void {
  let before = untrack(front);
  $effect(() => {
    const now = front();
    const screen = glass();
    if (now === before || screen === undefined) return;
    before = now;
    void tick().then(() => {
      const isLost = document.activeElement === document.body || document.activeElement === null;
      if (isLost) focusTitle(screen);
    });
  });
}

function focusTitle(screen: HTMLElement): void {
  const title = screen.querySelector('h2');
  if (title === null) return;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}
