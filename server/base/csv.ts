/** Comma-separated values (RFC 4180) as statistics programs and spreadsheets read them. */

/** A cell: `null` is what is missing. */
export type Cell = string | number | null;

/** What a spreadsheet would take for the beginning of a formula (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\t\r]/;

/**
 * One line with its line end. Numbers stand as they are; what is missing reads `missing`, by default `NA` as in R.
 * @param separator a semicolon for spreadsheets in French, which take a comma for the decimal sign
 */
export function csvLine(cells: readonly Cell[], missing = 'NA', separator: ',' | ';' = ','): string {
  return `${cells.map((cell) => csvCell(cell, missing)).join(separator)}\r\n`;
}

function csvCell(cell: Cell, missing: string): string {
  if (cell === null) return missing;
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : missing;
  const safe = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
