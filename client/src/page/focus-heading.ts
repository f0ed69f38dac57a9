/** Moves focus to a new screen's heading, so that keyboard and screen reader start where the eye does. */
export function focusHeading(heading: HTMLElement): void {
  // In a frame as high as its page only the LMS's own page scrolls, and focus is what moves it.
  heading.focus({ preventScroll: document.documentElement.dataset.frame !== 'fitted' });
  window.scrollTo(0, 0);
}
