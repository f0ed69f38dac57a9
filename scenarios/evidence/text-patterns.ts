/**
 * A code has five to eight digits, perhaps with spaces or hyphens: shorter is a year or hour, longer a phone
 * number.
 */
export function hasCode(text: string): boolean {
  const numbers = text.match(/\d(?:[ \u00A0-]?\d)*(?![\d\p{L}])/gu) ?? [];
  return numbers.some((number) => {
    const { length } = number.replace(/\D/g, '');
    return length >= 5 && length <= 8;
  });
}

/** `valrivard.com`: a name with a usual ending, without any path. */
export function hasAddress(text: string): boolean {
  return /(?<![\p{L}\p{N}@.-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:ca|com|org|net|info|qc|quebec|example)(?![\p{L}\p{N}@])/iu.test(
    text,
  );
}

/** `https://…`, `www.…`, or a name with a dot and a path; not a mail address. */
export function hasLink(text: string): boolean {
  return /https?:\/\/\S|(?<![\p{L}\p{N}@.])(?:www\.[\p{L}\p{N}-]+\.|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\/\S)/u.test(
    text,
  );
}
