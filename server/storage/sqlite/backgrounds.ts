import type { BackgroundsPort } from '../ports/backgrounds.ts';
import { backgroundRow } from '../shapes/backgrounds.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, createRevisionWriter } from './rows.ts';

const own = 'organisationId = @organisationId AND studyId = @studyId AND personId = @personId';

export function createBackgrounds(database: SqliteDatabase): BackgroundsPort {
  const one = database.query(backgroundRow, `SELECT * FROM backgrounds WHERE ${own}`);
  const remove = database.command(
    'DELETE FROM backgrounds WHERE id = @id AND organisationId = @organisationId',
  );
  const write = createRevisionWriter(database, 'backgrounds', {
    key: ['id', 'organisationId', 'studyId', 'personId'],
    columns: ['sealed', 'revision'],
  });
  return {
    find: (organisationId, studyId, personId) =>
      answer(() => one.find({ organisationId, studyId, personId })),
    put: (background) => database.write(() => write({ ...background })),
    remove: (organisationId, id) => database.write(() => remove({ organisationId, id }) > 0),
  };
}
