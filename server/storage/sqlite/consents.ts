import type { ConsentsPort } from '../ports/consents.ts';
import { consentRow } from '../shapes/consents.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, createRevisionWriter } from './rows.ts';

export function createConsents(database: SqliteDatabase): ConsentsPort {
  const own = database.query(
    consentRow,
    `SELECT * FROM consents
     WHERE organisationId = @organisationId AND studyId = @studyId AND personId = @personId`,
  );
  const ofStudy = database.query(
    consentRow,
    `SELECT * FROM consents
     WHERE organisationId = @organisationId AND studyId = @studyId AND personId > @after
     ORDER BY personId LIMIT @limit`,
  );
  const remove = database.command('DELETE FROM consents WHERE id = @id AND organisationId = @organisationId');
  const write = createRevisionWriter(database, 'consents', {
    key: ['id', 'organisationId', 'studyId', 'personId'],
    columns: ['sealed', 'revision'],
  });
  return {
    find: (organisationId, studyId, personId) =>
      answer(() => own.find({ organisationId, studyId, personId })),
    listByStudy: (organisationId, studyId, { limit, after = '' }) =>
      answer(() => ofStudy.list({ organisationId, studyId, limit, after })),
    put: (consent) => database.write(() => write({ ...consent })),
    remove: (organisationId, id) => database.write(() => remove({ organisationId, id }) > 0),
  };
}
