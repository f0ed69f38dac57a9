/** RFC 4180. */

export type Cell = string | number | null;

/**
 * What starts a formula (OWASP, CSV injection): a sign, also wide or small, even behind characters that nobody sees;
 * or a break, which may begin another cell.
 */
const formulaStart = /^(?:[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n])/u;

/**
 * One line of RFC 4180 with its line break.
 * @param missing text of a missing value; `NA` as in R
 * @param separator a semicolon for French spreadsheets, which use a decimal comma
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
