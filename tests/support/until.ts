/**
 * Polls until `look` returns a value, for conditions that another process brings about.
 *
 * @param look returns undefined as long as the condition does not hold
 * @param limitMs guard against waiting for ever: many times what a quiet machine needs
 * @throws if the limit passes
 */
export async function until<Value>(
  what: string,
  look: () => Value | undefined | Promise<Value | undefined>,
  limitMs = 60_000,
): Promise<Value> {
  const endsAt = performance.now() + limitMs;
  for (;;) {
    const value = await look();
    if (value !== undefined) return value;
    if (performance.now() > endsAt) throw new Error(`did not happen within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
