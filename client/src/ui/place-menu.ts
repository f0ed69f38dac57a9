/** All lengths are in px. */

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface Shift {
  readonly x: number;
  /** Null without room: the page scrolls. */
  readonly y: number | null;
}

const gapPx = 8;

/** Returns where the list has room in `view`: below, above or beside its button. */
export function findPlace(list: Box, button: Box, view: Box): Shift {
  const height = list.bottom - list.top;
  const width = list.right - list.left;
  const x = Math.max(view.left - list.left, Math.min(0, view.right - list.right));
  if (height > view.bottom - view.top || width > view.right - view.left) return { x, y: null };
  if (list.top >= view.top && list.bottom <= view.bottom) return { x, y: 0 };
  const below = button.bottom + gapPx;
  if (below + height <= view.bottom) return { x, y: below - list.top };
  const above = button.top - gapPx - height;
  if (above >= view.top) return { x, y: above - list.top };
  const y = view.bottom - list.bottom;
  const before = button.left - gapPx - width;
  if (before >= view.left) return { x: before - list.left, y };
  const after = button.right + gapPx;
  return after + width <= view.right ? { x: after - list.left, y } : { x, y: null };
}

/** Returns whether the window has room for the list; if not, scrolls the page. */
export function placeMenu(list: HTMLElement, button: HTMLElement): boolean {
  const boxes = [list.getBoundingClientRect(), button.getBoundingClientRect()] as const;
  const clear = findPlace(...boxes, viewOf(list));
  // Over other bars: scrolling would move the page behind, not the menu.
  const { x, y } = clear.y === null ? findPlace(...boxes, clip(list, windowBox())) : clear;
  list.style.translate = `${x}px ${y ?? 0}px`;
  if (y === null) list.scrollIntoView({ block: 'nearest' });
  return y !== null;
}

function windowBox(): Box {
  return { top: 0, left: 0, bottom: innerHeight, right: innerWidth };
}

function viewOf(element: HTMLElement): Box {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const [head, foot] = [scrollPaddingTop, scrollPaddingBottom].map((px) => Number.parseFloat(px) || 0);
  const whole = windowBox();
  return clip(element, { ...whole, top: head ?? 0, bottom: whole.bottom - (foot ?? 0) });
}

/** The part of a box in which nothing around the element cuts it. */
function clip(element: HTMLElement, within: Box): Box {
  const view = { ...within };
  for (let up = element.parentElement; up !== null && up !== document.body; up = up.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(up);
    const box = up.getBoundingClientRect();
    if (overflowX !== 'visible') {
      view.left = Math.max(view.left, box.left);
      view.right = Math.min(view.right, box.right);
    }
    if (overflowY !== 'visible') {
      view.top = Math.max(view.top, box.top);
      view.bottom = Math.min(view.bottom, box.bottom);
    }
  }
  return view;
}
