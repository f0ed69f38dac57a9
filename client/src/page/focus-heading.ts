export function focusHeading(heading: HTMLElement): void {
  // In a frame as high as its page only the LMS's page scrolls, and focus would move it.
  heading.focus({ preventScroll: document.documentElement.dataset.frame !== 'fitted' });
  window.scrollTo(0, 0);
}
