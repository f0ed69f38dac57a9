/** Why a scene's items have no points of their own; the same words in statements, exports and their dictionaries. */
export const missingCodes = [
  'not-in-form',
  'not-reached',
  /** Begun and left before its end. */
  'quit',
  /** Opened, then skipped: 0 points. */
  'omitted',
  /** Reserved for a scene closed without a try. */
  'not-tried',
] as const;

export type MissingCode = (typeof missingCodes)[number];
