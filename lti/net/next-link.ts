/**
 * Reads a Link header (RFC 8288), also Moodle's malformed one: `&amp;` in the address and typographic quotes,
 * several bytes each. The caller decides whether to follow it.
 */

/** Absolute; undefined if there is none. */
export function readNextLink(header: string | null, pageUrl: string): string | undefined {
  for (const [, address = '', params = ''] of (header ?? '').matchAll(/<([^<>]{1,4096})>([^<]*)/g)) {
    if (!/;\s*rel\s*=[^\w;,]*next\b/i.test(params)) continue;
    const decoded = address.trim().replaceAll('&amp;', '&');
    if (URL.canParse(decoded, pageUrl)) return new URL(decoded, pageUrl).href;
  }
  return undefined;
}
