export const storageReasonsEn = {
  'read-only':
    'The file, or its folder, cannot be written. Name a file, and give this user the right to write there.',
  'cannot-open':
    'The file cannot be opened. Check DATABASE_URL, the file that you named, and the folder of each.',
  'not-a-database': 'The file is not a database. Check DATABASE_URL, or the file that you named.',
  'foreign-database':
    'The database belongs to another program, and was left untouched. Check DATABASE_URL, or the file that you named.',
  'newer-version':
    'The database was made by a newer NUM+. Run that version of NUM+. This one left the database untouched.',
  absent: 'There is no database here to read. Check the name.',
  taken:
    'The target is not empty, and was left untouched. Name an empty one. For `restore` it is DATABASE_URL: move the file elsewhere, and its neighbours -wal and -shm.',
  'in-use': 'This database is in use: its -wal file is beside it. Make a copy with `backup`.',
  'copy-differs': 'The copy does not match the database. It was deleted; try again.',
  corrupt: 'The database file is damaged. Restore it from a backup.',
  full: 'The disk is full. Make room there; what was confirmed is safe.',
  'input-output': 'The disk could not be read or written. Look at the disk and at the log of the system.',
  'unreadable-row': 'The database holds a row that NUM+ cannot read. Run `doctor`, or restore a backup.',
  busy: 'Another process holds the database. Try again.',
  'wrong-address': 'DATABASE_URL is not the address of a MongoDB database: mongodb://<host>/<database name>.',
  'weak-address': 'DATABASE_URL has an option with which confirmed work could be lost. Remove that option.',
  'not-atomic': 'This server lets two writers win where only one may. NUM+ needs MongoDB 6 or newer.',
  unreachable: 'No MongoDB server answers at DATABASE_URL. Check the address, and that the server runs.',
  'auth-failed': 'MongoDB refuses the user or the password in DATABASE_URL.',
  'not-allowed': 'The user in DATABASE_URL lacks a right in its database. It needs the role readWrite.',
  'no-primary': 'MongoDB has no server that takes writes at this moment. Try again.',
  'not-replicated': 'Most servers of MongoDB did not confirm a write in time. Check its replica set.',
  overloaded: 'MongoDB is too busy, or stopped a command that took too long. Try again.',
  'server-fault': 'MongoDB refused a command. Look up the number in its list of error codes, and in its log.',
  'too-large': 'A document is larger than MongoDB takes.',
  closed: 'The connection to the database is closed.',
  migrating: 'Another process is upgrading the database to this version. Try again in a minute.',
  'half-migrated':
    'The upgrade of the database to this version was interrupted. Restore the database from a backup.',
  'half-moved':
    '`restore` or `migrate-store` was interrupted here, or still runs. Run it again with --restart.',
  'moved-differs': 'What was written is not what was read. Was the source in use? Start over with --restart.',
  'at-work': 'Another process has this database open. Stop every `serve` and `worker` first.',
  'older-version':
    'The database was made by an older NUM+. Start this version on it once, stop it, and run this again.',
  unfinished:
    'A process died here in the middle of a write. Start NUM+ on this database once, stop it, and run this again.',
  'unknown-scheme': 'DATABASE_URL must look like sqlite:<file> or mongodb://<host>/<database name>.',
} as const satisfies Readonly<Record<string, string>>;

export type StorageReason = keyof typeof storageReasonsEn;
