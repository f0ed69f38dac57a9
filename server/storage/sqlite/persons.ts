import type { PersonsPort } from '../ports/persons.ts';
import type { ResourceLinksPort } from '../ports/resource-links.ts';
import { personRow, resourceLinkRow } from '../shapes/persons.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, byIdIn, insertInto, toSealedKey } from './rows.ts';

/** Within this time messages may arrive in the wrong order. */
const settledMs = 60_000;

export function createPersons(database: SqliteDatabase): PersonsPort {
  const insert = database.command(
    `${insertInto('persons', Object.keys(personRow.shape))}
     ON CONFLICT (organisationId, platformId, deploymentId, subject) DO NOTHING`,
  );
  const bySubject = database.query(
    personRow,
    `SELECT * FROM persons WHERE organisationId = @organisationId AND platformId = @platformId
     AND deploymentId = @deploymentId AND subject = @subject`,
  );
  const byId = database.query(personRow, byIdIn('persons', 'personId'));
  const keyById = database.trusted(toSealedKey, byIdIn('persons', 'personId', 'sealedKey'));
  return {
    async ensure(person) {
      const known = bySubject.find({ ...person });
      if (known !== undefined) return known;
      return database.write(() => {
        insert({ ...person });
        return bySubject.get({ ...person });
      });
    },
    findBySubject: ({ organisationId, platformId, deploymentId, subject }) =>
      answer(() => bySubject.find({ organisationId, platformId, deploymentId, subject })),
    find: (organisationId, personId) => answer(() => byId.find({ organisationId, personId })),
    findKey: (organisationId, personId) => answer(() => keyById.find({ organisationId, personId })),
  };
}

export function createResourceLinks(database: SqliteDatabase): ResourceLinksPort {
  // An older message must not restore an older title.
  const ensure = database.query(
    resourceLinkRow,
    `${insertInto('resourceLinks', Object.keys(resourceLinkRow.shape))}
     ON CONFLICT (organisationId, platformId, deploymentId, contextId, resourceLinkId) DO UPDATE SET
       title = CASE WHEN excluded.updatedAt >= updatedAt THEN excluded.title ELSE title END,
       grade = coalesce(grade, excluded.grade), updatedAt = max(updatedAt, excluded.updatedAt)
     RETURNING *`,
  );
  const byId = database.query(resourceLinkRow, byIdIn('resourceLinks', 'id'));
  const byKey = database.query(
    resourceLinkRow,
    `SELECT * FROM resourceLinks WHERE organisationId = @organisationId AND platformId = @platformId
     AND deploymentId = @deploymentId AND contextId = @contextId AND resourceLinkId = @resourceLinkId`,
  );
  const ofCourse = database.query(
    resourceLinkRow,
    `SELECT * FROM resourceLinks WHERE organisationId = @organisationId AND platformId = @platformId
     AND deploymentId = @deploymentId AND contextId = @contextId ORDER BY resourceLinkId LIMIT @limit`,
  );
  const choose = database.command(
    'UPDATE resourceLinks SET grade = @grade WHERE organisationId = @organisationId AND id = @id',
  );
  return {
    async ensure(link) {
      // Most launches of a classroom change nothing.
      const known = byKey.find({ ...link });
      const settled =
        known?.title === link.title &&
        link.updatedAt - known.updatedAt < settledMs &&
        (known.grade !== null || link.grade === null);
      return settled ? known : database.write(() => ensure.get({ ...link }));
    },
    find: (organisationId, id) => answer(() => byId.find({ organisationId, id })),
    findByName: (name) => answer(() => byKey.find({ ...name })),
    listOfCourse: (course, limit) => answer(() => ofCourse.list({ ...course, limit })),
    chooseGrade: (organisationId, id, grade) => answer(() => choose({ organisationId, id, grade }) > 0),
  };
}
