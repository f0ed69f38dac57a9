/**
 * Stores add members and answer 409 to a resend that differs in them (xAPI Data 2.3.1, measured stores),
 * so we compare without.
 */

/** Set or filled in by the store. */
const setByStore: ReadonlySet<string> = new Set(['stored', 'authority', 'version']);

/**
 * @param held statement as the store returns it
 * @param bytes our statement, as JSON text
 */
export function sameStatement(held: unknown, bytes: string): boolean {
  return canonical(held) === canonical(JSON.parse(bytes));
}

function canonical(statement: unknown): string {
  if (typeof statement !== 'object' || statement === null) return '';
  const own = Object.entries(statement).filter(([name]) => !setByStore.has(name));
  return JSON.stringify(Object.fromEntries(own), (key, value: unknown) => {
    if (key === 'timestamp' && typeof value === 'string') return Date.parse(value);
    // Only the verb's IRI has meaning.
    if (key === 'display') return undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
