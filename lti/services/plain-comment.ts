/**
 * Reads the same as text and as HTML: Moodle shows learners text and teachers HTML, where `x<y` starts a
 * tag and line breaks vanish.
 */

/** Canvas and Moodle accept far more. */
const longestComment = 1000;

/** One line, at most 1000 characters; no `<` starts a tag, no `&` an entity. */
export function toPlainComment(text: string): string {
  const line = text
    .replaceAll(/[<&](?=\S)/g, '$& ')
    // Keeps French fixed spaces, which \s includes.
    .replaceAll(/[^\S\u00a0\u202f]+/g, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .trim();
  const characters = Array.from(line);
  return characters.length <= longestComment ? line : `${characters.slice(0, longestComment - 1).join('')}…`;
}
