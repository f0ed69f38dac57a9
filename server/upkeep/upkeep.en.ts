/** Copying, restoring, moving and resealing a database, in English. */
import type { UpkeepTexts } from './upkeep-texts.ts';

export const upkeepEn: UpkeepTexts = {
  copyNote: `SECRET_KEY is not in the copy, and without it what is sealed there is lost: keep both, apart from each other.
Keys of persons, studies and LMSs are in the copy, sealed under it. Whoever has both can read everything.`,
  restoredUnreadable: (count) =>
    `The copy is in place, but SECRET_KEY does not open ${count} sealed values in it. Set the key of its day.`,
  applyOrDryRun: 'Give --apply or --dry-run, not both.',
  rotateUnreadable: (count) =>
    `Neither key opens ${count} values. Set the key that sealed them as SECRET_KEY_PREVIOUS and repeat.`,
  rotateToDo: 'Nothing was changed. --apply does it.',
  rotateDone:
    'SECRET_KEY_PREVIOUS is not needed to open anything. Keep a copy of /xapi/keys for old receipts before you take it away.',
  samePlace: '--from and --to name the same database.',
  moveBegun: 'A move to this place was broken off. Begin it anew with --restart.',
  moved: 'Both hold the same. Name the new database in DATABASE_URL, with the same SECRET_KEY, and start.',
  moveToDo: 'Nothing was written. The same with --apply moves this.',
  doing: {
    counting: 'counting',
    moving: 'writing',
    comparing: 'comparing',
    'reading-from': 'reading the source again',
    'reading-to': 'reading the new database again',
  },
};
