/**
 * Keeps the browser's Back inside the page. In the frame of an LMS the step before is the launch, which works once
 * only. The page adds a second entry to the history; Back to the first counts as a press, and the page
 * steps forward again.
 */
import type { TabMemory } from './tab-memory.ts';

interface Guarded {
  readonly window: Window;
  readonly tab: TabMemory;
  /** Asked before the entry is added. */
  readonly isNeeded: () => boolean;
  /** `leaves` goes on to what was before the page. */
  readonly onback: () => 'stays' | 'leaves';
}

/** Browsers skip an entry that was added before the person did one of these. */
const presses = ['pointerup', 'keyup', 'click'] as const;

/** Call it once in the life of a page. */
export function guardBack({ window, tab, isNeeded, onback }: Guarded): void {
  let isLeaving = false;
  for (const type of presses) {
    window.addEventListener(
      type,
      () => {
        // Older browsers don't say.
        const { userActivation } = window.navigator as Partial<Navigator>;
        if (userActivation?.hasBeenActive === false) return;
        // The key that went back is released while the browser leaves: a new entry would keep it here.
        if (!tab.isGuarded && !isLeaving && isNeeded()) tab.addGuard();
      },
      { capture: true, passive: true },
    );
  }
  // The step there and forward again must not scroll.
  window.history.scrollRestoration = 'manual';
  window.addEventListener('pageshow', () => {
    isLeaving = false;
  });
  window.addEventListener('popstate', () => {
    const isBehind = tab.isBehindGuard;
    // The entry arrived at holds what the tab remembered when the entry was left.
    tab.write({});
    if (!isBehind) return;
    isLeaving = onback() === 'leaves';
    if (isLeaving) window.history.back();
    else window.history.forward();
  });
}
