/** Why a scene's items have no points of their own; the same words in statements, exports and their dictionaries. */
export const missingCodes = [
  'not-in-form',
  'not-reached',
  /** Begun and left before its end. */
  'quit',
  /** Opened, then skipped: 0 points. */
  'omitted',
  /** Ended without a try (effort-flags.ts), and not counted by staff. */
  'not-tried',
] as const;

export type MissingCode = (typeof missingCodes)[number];
