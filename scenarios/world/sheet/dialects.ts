/** Formulas of other spreadsheets and other hands, as this one writes them. */

/** SUBTOTAL's first argument; from 101 on it leaves hidden rows out, which this sheet has none of. */
const subtotals: Readonly<Record<string, string>> = {
  1: 'AVERAGE',
  2: 'COUNT',
  4: 'MAX',
  5: 'MIN',
  9: 'SUM',
};

const opening = /^\s*(?:=|\+\s*(?=@?\p{L})|@)/u;
const callFirst = /^\s*[\p{L}.]+\s*\(/u;
const cellsAdded = /^\s*\$?[A-Za-z]\$?\d{1,3}\s*\+/;

/** `=SOMME(…)`, and the same without `=`, with `+` or `@` for it. */
export function looksLikeFormula(text: string): boolean {
  return [opening, callFirst, cellsAdded].some((form) => form.test(text));
}

export function inOwnDialect(text: string): string {
  return text
    .replace(/^\s*[=+@]+\s*/, '')
    .replace(/@(?=\p{L})/gu, '')
    .replace(/\.{2,}/g, ':')
    .replace(/(?:sous\.total|subtotal)\s*\(\s*(?:10)?(\d)\s*[;,]/gi, (whole, kind: string) => {
      const name = subtotals[kind];
      return name === undefined ? whole : `${name}(`;
    })
    .replace(/(?:sommeprod|sumproduct|suma|soma)\s*\(/gi, 'SUM(');
}
