/** French pages are written with ordinary spaces; Québec typography wants no-break ones. Code stays as it is. */
export function withHardSpaces(markdown: string): string {
  return markdown
    .split(/(```[\s\S]*?```|`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll(/ (?=:(?:\s|$)|»)|(?<=«) |(?<=\d) (?=[%$])/g, '\u00a0'),
    )
    .join('');
}
