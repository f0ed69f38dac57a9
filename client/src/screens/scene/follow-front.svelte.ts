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
      if (document.activeElement === document.body) void focusTitle(screen);
    });
  });
}

/** Focuses the title of the app in front, once it is drawn. */
export async function focusTitle(screen: HTMLElement | undefined): Promise<void> {
  await tick();
  const title = screen?.querySelector('h2');
  if (!title) return;
  title.tabIndex = -1;
  title.focus();
}
