/**
 * A comment that reads the same whether an LMS shows it as text or as HTML. Moodle does both: learners see it as
 * text, teachers as HTML, where `x<y` would begin a tag and a line break is lost.
 */

/** Canvas and Moodle take far more; nobody reads more beside a grade. */
const longestComment = 1000;

/** One line of at most 1000 characters, in which no `<` begins a tag and no `&` an entity. */
export function toPlainComment(text: string): string {
  const line = text
    .replaceAll(/[<&](?=\S)/g, '$& ')
    // \s holds the fixed space of French typography, which must stay.
    .replaceAll(/[^\S\u00a0\u202f]+/g, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .trim();
  const characters = Array.from(line);
  return characters.length <= longestComment ? line : `${characters.slice(0, longestComment - 1).join('')}…`;
}
