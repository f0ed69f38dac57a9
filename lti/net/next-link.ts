/**
 * Reads RFC 8288 and Moodle's malformed header: `&amp;` in the address, multi-byte typographic quotes.
 * Callers decide whether to follow the link.
 */

/** The absolute address of the next page; undefined if there is none. */
export function readNextLink(header: string | null, pageUrl: string): string | undefined {
  for (const [, address = '', params = ''] of (header ?? '').matchAll(/<([^<>]{1,4096})>([^<]*)/g)) {
    if (!/;\s*rel\s*=[^\w;,]*next\b/i.test(params)) continue;
    const decoded = address.trim().replaceAll('&amp;', '&');
    if (URL.canParse(decoded, pageUrl)) return new URL(decoded, pageUrl).href;
  }
  return undefined;
}
