/**
 * The next page in a Link header (RFC 8288), also where it is malformed as Moodle's: `&amp;` inside the address and
 * typographic quotes around the word, which arrive as several bytes each. Whom to follow is the caller's to judge.
 */

/** The absolute address of the next page, or undefined where there is none. */
export function readNextLink(header: string | null, pageUrl: string): string | undefined {
  for (const [, address = '', params = ''] of (header ?? '').matchAll(/<([^<>]{1,4096})>([^<]*)/g)) {
    if (!/;\s*rel\s*=[^\w;,]*next\b/i.test(params)) continue;
    const decoded = address.trim().replaceAll('&amp;', '&');
    if (URL.canParse(decoded, pageUrl)) return new URL(decoded, pageUrl).href;
  }
  return undefined;
}
