/** What shows in a text by its shape alone, in any language. */

/** A number of five to eight digits, with or without spaces or hyphens in it: `482 913`. Shorter ones are years and hours, longer ones phone numbers. */
export function hasCode(text: string): boolean {
  const numbers = text.match(/\d(?:[ \u00A0-]?\d)*(?![\d\p{L}])/gu) ?? [];
  return numbers.some((number) => {
    const { length } = number.replace(/\D/g, '');
    return length >= 5 && length <= 8;
  });
}

/** A web address: `https://…`, `www.…`, or a name with a dot and a path. A mail address is none. */
export function hasLink(text: string): boolean {
  return /https?:\/\/\S|(?<![\p{L}\p{N}@.])(?:www\.[\p{L}\p{N}-]+\.|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\/\S)/u.test(
    text,
  );
}
