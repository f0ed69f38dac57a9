/** What a browser prints, looked at from outside. */

/** Pages of a PDF file, counted in its own tree. */
export function countPages(pdf: Buffer): number {
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
}
