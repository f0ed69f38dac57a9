/** All lengths are in px. */

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface Shift {
  readonly x: number;
  /** Null without room. */
  readonly y: number | null;
}

const gapPx = 8;

/** Returns where the list has room in `view`: below, above or beside its button. */
export function findPlace(list: Box, button: Box, view: Box): Shift {
  const height = list.bottom - list.top;
  const width = list.right - list.left;
  const x = Math.max(view.left - list.left, Math.min(0, view.right - list.right));
  if (height > view.bottom - view.top) return { x, y: null };
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

/** Places the list beside its button; it scrolls if there is no room for all of it. */
export function placeMenu(list: HTMLElement, button: HTMLElement): void {
  const { style } = list;
  const put = (view: Box): boolean => {
    style.translate = '';
    const { x, y } = findPlace(list.getBoundingClientRect(), button.getBoundingClientRect(), view);
    style.translate = `${x}px ${y ?? 0}px`;
    return y !== null;
  };
  const clear = clearBox();
  if (put(clip(list, clear))) return;
  // Out of what scrolls, over the rest of its app or the game's own bars.
  const app = list.closest('.app-frame');
  const view = app ? meet(clear, app.getBoundingClientRect()) : new DOMRect(0, 0, innerWidth, innerHeight);
  style.cssText += ';position:fixed;inset:0 auto auto 0;min-width:0';
  if (put(view)) return;
  const { top, bottom } = button.getBoundingClientRect();
  style.maxHeight = `${Math.max(view.bottom - bottom, top - view.top) - gapPx}px`;
  list.classList.add('app-scrolls');
  list.tabIndex = 0;
  put(view);
}

function meet(one: Box, other: Box): Box {
  return {
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
  };
}

/** The window without the game's bars. */
function clearBox(): Box {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const top = parseFloat(scrollPaddingTop) || 0;
  return {
    top,
    bottom: innerHeight - (parseFloat(scrollPaddingBottom) || 0),
    left: 0,
    right: innerWidth,
  };
}

/** The part of a box in which nothing around the element cuts it. */
function clip(element: HTMLElement, within: Box): Box {
  let view = within;
  for (let up = element.parentElement; up !== null && up !== document.body; up = up.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(up);
    const { top, bottom, left, right } = up.getBoundingClientRect();
    if (overflowX !== 'visible') view = meet(view, { ...view, left, right });
    if (overflowY !== 'visible') view = meet(view, { ...view, top, bottom });
  }
  return view;
}
