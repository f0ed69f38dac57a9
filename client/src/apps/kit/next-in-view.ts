import type { Attachment } from 'svelte/attachments';

const controls = ':is(a[href], button, input, select, textarea, summary):not([tabindex="-1"])';
/** They move their focus themselves. */
const own = '[role="menu"], [role="grid"]';
const starts = `${controls}, [data-focus]`;

/**
 * In a low frame, and in large text on a phone, after a press and when the focus moves, scrolls to what follows
 * the focused control, which stays in sight: by keyboard to the next control, by pointer to as many as fit. A box that
 * is pressed stays where it is until something is typed.
 * From a heading it goes to the box that asks to be typed in (`data-aim`), with the heading if both fit.
 */
export const keepNextInView: Attachment<HTMLElement> = (app) => {
  let by: 'key' | 'held pointer' | 'pointer' = 'key';
  const leave = new AbortController();
  const { signal } = leave;

  const look = (): void => {
    requestAnimationFrame(() => {
      showNext(app, by === 'key' ? 1 : Infinity);
    });
  };
  const follow = (type: 'pointerdown' | 'pointerup' | 'pointercancel' | 'keydown', now: typeof by): void => {
    const take = (): void => {
      by = now;
    };
    addEventListener(type, take, { signal, capture: true });
  };
  follow('keydown', 'key');
  follow('pointerdown', 'held pointer');
  follow('pointerup', 'pointer');
  follow('pointercancel', 'pointer');
  app.addEventListener(
    'focusin',
    ({ target }) => {
      // A press must not move what it is on. A label gives its choice the focus once it is let go.
      if (by === 'held pointer' || (by === 'pointer' && isChoice(target))) return;
      look();
    },
    { signal },
  );
  let pressed: EventTarget | null = null;
  app.addEventListener(
    'click',
    (event) => {
      if (isUnderPointer(event)) pressed = event.target;
      else look();
    },
    { signal },
  );
  app.addEventListener(
    'input',
    ({ target }) => {
      if (target === pressed && !isChoice(target)) look();
      pressed = null;
    },
    { signal },
  );
  return () => {
    leave.abort();
  };
};

function isChoice(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('[type="checkbox"], [type="radio"]');
}

/** A second press must meet the same control. */
function isUnderPointer({ target, detail }: MouseEvent): boolean {
  if (detail === 0 || !(target instanceof Element)) return false;
  const pressed = target.closest(`label, ${controls}`);
  return (
    pressed !== null && (pressed.matches('label') || isChoice(pressed) || pressed === document.activeElement)
  );
}

function showNext(app: HTMLElement, most: number): void {
  const here = document.activeElement;
  if (app.closest('.low, .narrow') === null) return;
  if (!(here instanceof HTMLElement) || !app.contains(here) || !here.matches(starts)) return;
  const pane = here.closest<HTMLElement>(`${own}, dialog > *, .app-scrolls`);
  if (pane === null || pane.matches(own)) return;
  // For a box, browsers bring only its first line into view.
  if (here.matches('textarea') && !isReached(here, pane)) here.scrollIntoView({ block: 'nearest' });
  if (!isReached(here, pane)) return;
  if (here.getBoundingClientRect().top < pane.getBoundingClientRect().top) return;
  keepBoth(here, pane, most);
  const aim = here.matches(controls) ? null : pane.querySelector('[data-aim]');
  if (aim !== null && !isReached(aim, pane)) aim.scrollIntoView({ block: 'nearest' });
}

function keepBoth(here: HTMLElement, pane: HTMLElement, most: number): void {
  for (const next of listBelow(here, pane).slice(0, most)) {
    if (isReached(next, pane)) continue;
    next.scrollIntoView({ block: 'nearest' });
    here.scrollIntoView({ block: 'nearest' });
    if (!isReached(next, pane)) return;
  }
}

function listBelow(here: HTMLElement, pane: HTMLElement): readonly HTMLElement[] {
  const all = [...pane.querySelectorAll<HTMLElement>(starts)];
  const { bottom } = here.getBoundingClientRect();
  return all
    .slice(all.indexOf(here) + 1)
    .filter(
      (one) =>
        one.matches(controls) &&
        one.checkVisibility() &&
        one.getBoundingClientRect().top >= bottom - 1 &&
        scrollerOf(one) === scrollerOf(here),
    );
}

/** A list that scrolls by itself opens at its top: nothing in it is brought into view before the person is in it. */
function scrollerOf(element: Element): Element | null {
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(around).overflowY);
    if (scrolls && around.scrollHeight > around.clientHeight + 1) return around;
  }
  return null;
}

function isReached(element: Element, pane: HTMLElement): boolean {
  const { bottom } = element.getBoundingClientRect();
  const end = pane.getBoundingClientRect().bottom - coveredBelow(pane);
  // Edges lie between pixels.
  return bottom <= Math.min(end, innerHeight - coveredBelow(document.documentElement)) + 1;
}

function coveredBelow(scroller: Element): number {
  return Number.parseFloat(getComputedStyle(scroller).scrollPaddingBottom) || 0;
}
