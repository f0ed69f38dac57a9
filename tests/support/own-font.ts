/**
 * Runs in a page, hence a text: resolves once it has our font. A busy machine looks like a slow line, which keeps the
 * device's own, and that may be wider.
 */
export const takeOwnFont = `(async () => {
  delete document.documentElement.dataset.font;
  document.body.getBoundingClientRect();
  await document.fonts.ready;
})()`;
