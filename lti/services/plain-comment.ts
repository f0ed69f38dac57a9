/**
 * The comment must read the same as text and as HTML: Moodle shows text to learners and HTML to teachers,
 * where `x<y` starts a tag and line breaks are lost.
 */

/** Canvas and Moodle accept far more. */
const longestComment = 1000;

/** One line of at most 1000 characters; no `<` starts a tag and no `&` an entity. */
export function toPlainComment(text: string): string {
  const line = text
    .replaceAll(/[<&](?=\S)/g, '$& ')
    // Keeps the fixed spaces of French typography, which \s includes.
    .replaceAll(/[^\S\u00a0\u202f]+/g, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .trim();
  const characters = Array.from(line);
  return characters.length <= longestComment ? line : `${characters.slice(0, longestComment - 1).join('')}…`;
}
