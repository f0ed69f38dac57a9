/** The page with a part of it made from code, between two marks. @throws if it has lost them */
export function withPart(page: string, name: string, text: string): string {
  const start = new RegExp(`<!-- ${name}: made by npm run [a-z]+ -->\\n\\n`).exec(page);
  const to = page.indexOf(`<!-- end of ${name} -->`);
  if (start === null || to < start.index) throw new Error(`a page has lost the marks around ${name}`);
  return `${page.slice(0, start.index + start[0].length)}${text}\n\n${page.slice(to)}`;
}
