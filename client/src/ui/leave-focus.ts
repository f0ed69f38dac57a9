/**
 * Takes the focus from a button in `leaving`. Call it before the page changes, if the button goes away and something
 * else takes the focus: a browser that removes the focused element lays out the page with what comes and what goes, and
 * then once more. A text box keeps it, because it would report a change.
 * @returns the button
 */
export function leaveFocus(leaving: HTMLElement): HTMLElement | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLButtonElement) || !leaving.contains(active)) return null;
  active.blur();
  return active;
}
