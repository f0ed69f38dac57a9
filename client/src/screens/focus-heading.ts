/** Moves focus to a new screen's heading, so that keyboard and screen reader start where the eye does. */
export function focusHeading(heading: HTMLElement): void {
  heading.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
