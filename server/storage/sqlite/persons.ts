/** Persons and resource links in SQLite: rows that a launch finds or makes. */
import { z } from 'zod';
import type { PersonsPort } from '../ports/persons.ts';
import type { ResourceLinksPort } from '../ports/resource-links.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, insertInto } from './rows.ts';

const personRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  platformId: z.string(),
  deploymentId: z.string(),
  subject: z.string(),
  sealedKey: z.string(),
  createdAt: z.number(),
});

const resourceLinkRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  platformId: z.string(),
  deploymentId: z.string(),
  contextId: z.string(),
  resourceLinkId: z.string(),
  title: z.string(),
  updatedAt: z.number(),
});

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
  const byId = database.query(
    personRow,
    'SELECT * FROM persons WHERE organisationId = @organisationId AND id = @personId',
  );
  return {
    ensure: (person) =>
      answer(() =>
        database.atomically(() => {
          insert({ ...person });
          return bySubject.get({ ...person });
        }),
      ),
    findBySubject: ({ organisationId, platformId, deploymentId, subject }) =>
      answer(() => bySubject.find({ organisationId, platformId, deploymentId, subject })),
    find: (organisationId, personId) => answer(() => byId.find({ organisationId, personId })),
  };
}

export function createResourceLinks(database: SqliteDatabase): ResourceLinksPort {
  // An older message must not bring an older title back.
  const ensure = database.query(
    resourceLinkRow,
    `${insertInto('resourceLinks', Object.keys(resourceLinkRow.shape))}
     ON CONFLICT (organisationId, platformId, deploymentId, contextId, resourceLinkId) DO UPDATE SET
       title = CASE WHEN excluded.updatedAt >= updatedAt THEN excluded.title ELSE title END,
       updatedAt = max(updatedAt, excluded.updatedAt)
     RETURNING *`,
  );
  const byId = database.query(
    resourceLinkRow,
    'SELECT * FROM resourceLinks WHERE organisationId = @organisationId AND id = @id',
  );
  return {
    ensure: (link) => answer(() => ensure.get({ ...link })),
    find: (organisationId, id) => answer(() => byId.find({ organisationId, id })),
  };
}
