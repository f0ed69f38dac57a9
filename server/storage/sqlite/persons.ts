import type { PersonsPort } from '../ports/persons.ts';
import type { ResourceLink, ResourceLinksPort } from '../ports/resource-links.ts';
import { hasSettings } from '../has-settings.ts';
import { activitySettings } from '../shapes/launches.ts';
import { personRow, resourceLinkRow } from '../shapes/persons.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, byIdIn, insertInto, json, sqlParams, toSealedKey } from './rows.ts';

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

export const storedLink = resourceLinkRow.extend({
  settings: json(activitySettings).nullable().default(null),
});

export function createResourceLinks(database: SqliteDatabase): ResourceLinksPort {
  // An older message must not restore an older title.
  const ensure = database.query<ResourceLink>(
    storedLink,
    `${insertInto('resourceLinks', Object.keys(resourceLinkRow.shape))}
     ON CONFLICT (organisationId, platformId, deploymentId, contextId, resourceLinkId) DO UPDATE SET
       title = CASE WHEN excluded.updatedAt >= updatedAt THEN excluded.title ELSE title END,
       settings = CASE WHEN excluded.updatedAt >= updatedAt THEN coalesce(excluded.settings, settings)
         ELSE settings END,
       grade = coalesce(grade, excluded.grade), updatedAt = max(updatedAt, excluded.updatedAt)
     RETURNING *`,
  );
  const byId = database.query<ResourceLink>(storedLink, byIdIn('resourceLinks', 'id'));
  const ofCourse = `organisationId = @organisationId AND platformId = @platformId
     AND deploymentId = @deploymentId AND contextId = @contextId`;
  const byKey = database.query<ResourceLink>(
    storedLink,
    `SELECT * FROM resourceLinks WHERE ${ofCourse} AND resourceLinkId = @resourceLinkId`,
  );
  const byTitle = database.query<ResourceLink>(
    storedLink,
    `SELECT * FROM resourceLinks WHERE ${ofCourse} AND title = @title ORDER BY resourceLinkId LIMIT @limit`,
  );
  const listed = database.query<ResourceLink>(
    storedLink,
    `SELECT * FROM resourceLinks WHERE ${ofCourse} ORDER BY resourceLinkId LIMIT @limit`,
  );
  const choose = database.command(
    'UPDATE resourceLinks SET grade = @grade WHERE organisationId = @organisationId AND id = @id',
  );
  const chooseColumn = database.command(
    'UPDATE resourceLinks SET columnUrl = @columnUrl WHERE organisationId = @organisationId AND id = @id',
  );
  return {
    async ensure(link) {
      const row = sqlParams(link);
      // Most launches of a classroom change nothing.
      const known = byKey.find(row);
      const settled =
        known?.title === link.title &&
        link.updatedAt - known.updatedAt < settledMs &&
        (known.grade !== null || link.grade === null) &&
        hasSettings(known, link);
      return settled ? known : database.write(() => ensure.get(row));
    },
    find: (organisationId, id) => answer(() => byId.find({ organisationId, id })),
    findByName: (name) => answer(() => byKey.find({ ...name })),
    listOfCourse: (course, limit) => answer(() => listed.list({ ...course, limit })),
    chooseGrade: (organisationId, id, grade) => answer(() => choose({ organisationId, id, grade }) > 0),
    chooseColumn: (organisationId, id, columnUrl) =>
      answer(() => chooseColumn({ organisationId, id, columnUrl }) > 0),
    listByTitle: (course, limit) => answer(() => byTitle.list({ ...course, limit })),
  };
}
