import type { UpkeepTexts } from './upkeep-texts.ts';
import { counted, plural } from '../base/plural.ts';

export const upkeepEn: UpkeepTexts = {
  copyNote: `SECRET_KEY is not in the copy, and without it the sealed data there is lost: keep both, in separate places.
The copy contains the keys of persons, studies and LMSs, sealed with SECRET_KEY. Anyone who has both can read everything.`,
  restoredUnreadable: (count) =>
    `The copy is restored, but SECRET_KEY does not open ${count} of its sealed values. Set the key that was in use when the copy was made.`,
  restoredErased: (count) =>
    `${counted('en', count, { one: 'person was', other: 'people were' })} erased again, because they were erased after the copy was made.`,
  restoredTakenBack: (count) =>
    `Answers about research of ${counted('en', count, { one: 'person', other: 'people' })} were taken back again, because they were taken back after the copy was made.`,
  unknownList: 'There is no such list of erased people.',
  applyOrDryRun: 'Use either --apply or --dry-run, not both.',
  rotateUnreadable: (count) =>
    `None of the keys given opens ${counted('en', count, { one: 'value', other: 'values' })}. Set SECRET_KEY_PREVIOUS to the key that sealed ${plural('en', count, { one: 'it', other: 'them' })}, and repeat.`,
  rotateToDo: 'Nothing was changed. Use --apply to do it.',
  rotateDone:
    'SECRET_KEY_PREVIOUS is no longer needed. Before you remove it, save a copy of /xapi/keys for old receipts.',
  samePlace: '--from and --to name the same database.',
  moveBegun: 'A move to this database was interrupted. Start it again with --restart.',
  moved:
    'Both databases have the same content. The audit log of the new one also says that it was moved. Set DATABASE_URL to the new one, keep SECRET_KEY, and start.',
  moveToDo: 'Nothing was written. Use --apply to move this.',
  stages: {
    counting: 'counting',
    moving: 'writing',
    comparing: 'comparing',
    'reading-from': 'reading the source again',
    'reading-to': 'reading the new database again',
  },
};
