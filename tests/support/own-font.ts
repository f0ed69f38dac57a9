/**
 * Runs in a page, hence a text: resolves once it has our font. A busy machine looks like a slow line, which keeps the
 * device's own for as long as the page is open (`font-display: optional`), and that may be wider. So the font is added
 * once more, without that rule.
 */
export const takeOwnFont = `(async () => {
  const listFaces = (rules, base) =>
    [...rules].flatMap((rule) =>
      rule instanceof CSSFontFaceRule ? [{ style: rule.style, base }] : listFaces(rule.cssRules ?? [], base),
    );
  const faces = [...document.styleSheets].flatMap((sheet) =>
    listFaces(sheet.cssRules, sheet.href ?? document.baseURI),
  );
  if (faces.length === 0) throw new Error('the page has no font of ours');
  for (const { style, base } of faces) {
    const read = (name) => style.getPropertyValue(name);
    const source = read('src').replace(/url\\(["']?([^"')]+)["']?\\)/, (_, path) => 'url("' + new URL(path, base) + '")');
    const family = read('font-family').replaceAll(/["']/g, '');
    const description = { weight: read('font-weight'), style: read('font-style'), unicodeRange: read('unicode-range') };
    document.fonts.add(await new FontFace(family, source, { ...description, display: 'block' }).load());
  }
  delete document.documentElement.dataset.font;
  document.body.getBoundingClientRect();
  await document.fonts.ready;
})()`;
