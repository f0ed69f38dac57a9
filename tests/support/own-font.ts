/**
 * Runs in a page, hence a text: resolves once it is drawn in our font. A busy machine looks like a slow line, which keeps
 * the device's own for as long as the page is open, and that may be wider.
 */
export const takeOwnFont = `(async () => {
  const { length } = await document.fonts.load('1em "Atkinson Hyperlegible Next"');
  if (length === 0) throw new Error('the page has no font of ours');
  document.documentElement.dataset.font = 'own';
  document.body.getBoundingClientRect();
  await document.fonts.ready;
})()`;
