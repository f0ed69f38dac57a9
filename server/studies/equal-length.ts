/** Answers of the server whose length would tell what a person answered (ADR 63). */

/** Spaces that fill the JSON of `told` up, so that every answer has a multiple of `step` bytes. */
export function fillUp(told: unknown, step: number): string {
  return ' '.repeat(step - (Buffer.byteLength(JSON.stringify(told)) % step));
}
