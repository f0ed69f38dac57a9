/** In the low frame of an LMS nobody has to look for what comes next. */
import type { Attachment } from 'svelte/attachments';

const controls = ':is(a[href], button, input, select, textarea, summary):not([tabindex="-1"])';
/** They move their focus themselves. */
const own = '[role="menu"], [role="grid"]';
const starts = `${controls}, [data-focus]`;

/**
 * After a press, and when the focus moves, scrolls to the first control below the focused one. The focused
 * one stays in sight.
 */
export const keepNextInView: Attachment<HTMLElement> = (app) => {
  let isPressing = false;
  const leave = new AbortController();
  const { signal } = leave;

  const look = (): void => {
    requestAnimationFrame(() => {
      showNext(app);
    });
  };
  // A press must not move what it is on.
  addEventListener(
    'pointerdown',
    () => {
      isPressing = true;
    },
    { signal, capture: true },
  );
  for (const end of ['pointerup', 'pointercancel']) {
    addEventListener(
      end,
      () => {
        isPressing = false;
      },
      { signal, capture: true },
    );
  }
  app.addEventListener(
    'focusin',
    () => {
      if (!isPressing) look();
    },
    { signal },
  );
  app.addEventListener('click', look, { signal });
  return () => {
    leave.abort();
  };
};

function showNext(app: HTMLElement): void {
  const here = document.activeElement;
  if (app.closest('.low') === null) return;
  if (!(here instanceof HTMLElement) || !app.contains(here) || !here.matches(starts)) return;
  const pane = here.closest<HTMLElement>(`${own}, dialog > *, .app-scrolls`);
  if (pane === null || pane.matches(own)) return;
  const next = findBelow(here, pane);
  if (next === undefined || isReached(next, pane) || !isReached(here, pane)) return;
  if (here.getBoundingClientRect().top < pane.getBoundingClientRect().top) return;
  next.scrollIntoView({ block: 'nearest' });
  here.scrollIntoView({ block: 'nearest' });
}

function findBelow(here: HTMLElement, pane: HTMLElement): HTMLElement | undefined {
  const all = [...pane.querySelectorAll<HTMLElement>(starts)];
  const { bottom } = here.getBoundingClientRect();
  return all
    .slice(all.indexOf(here) + 1)
    .find(
      (one) =>
        one.matches(controls) && one.checkVisibility() && one.getBoundingClientRect().top >= bottom - 1,
    );
}

/** Whether the end of it is above the end of what is in sight. */
function isReached(element: HTMLElement, pane: HTMLElement): boolean {
  const { bottom } = element.getBoundingClientRect();
  const covered = Number.parseFloat(getComputedStyle(pane).scrollPaddingBottom) || 0;
  // Edges lie between pixels.
  return bottom <= Math.min(pane.getBoundingClientRect().bottom - covered, innerHeight) + 1;
}
