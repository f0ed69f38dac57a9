/** Lines of a French Markdown page that break a rule of Québec typography. Code and addresses have none. */
export function listTypographyFaults(markdown: string): string[] {
  return markdown
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`]*`/g, 'code')
    .replace(/\]\([^)]*\)/g, ']')
    .split('\n')
    .filter((line) => !line.startsWith('| -'))
    .filter((line) => /[^\u00a0]:(?:\s|$)|\s[;?!]|«[^\u00a0]|[^\u00a0]»|\d (?:[kMG]o|%|\$)|'/.test(line));
}
