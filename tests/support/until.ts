/** Waiting for what another process does: looks again until it is so, and fails clearly when it never is. */

/**
 * @param look answers the value once it is there, undefined before
 * @param limitMs after which it fails
 */
export async function until<Value>(
  what: string,
  look: () => Value | undefined | Promise<Value | undefined>,
  limitMs = 20_000,
): Promise<Value> {
  const endsAt = performance.now() + limitMs;
  for (;;) {
    const value = await look();
    if (value !== undefined) return value;
    if (performance.now() > endsAt) throw new Error(`did not happen within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
