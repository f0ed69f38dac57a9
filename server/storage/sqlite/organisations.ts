import type { OrganisationsPort, StudiesPort } from '../ports/organisations.ts';
import { organisationRow, studyRow } from '../shapes/organisations.ts';
import type { SqliteDatabase } from './database.ts';
import { agePage, answer, byIdIn, insertInto, toSealedKey } from './rows.ts';

export function createOrganisations(database: SqliteDatabase): OrganisationsPort {
  const insert = database.command(insertInto('organisations', Object.keys(organisationRow.shape)));
  const byId = database.query(organisationRow, 'SELECT * FROM organisations WHERE id = @organisationId');
  const page = database.query(organisationRow, agePage('organisations', 'TRUE'));
  return {
    insert: (organisation) => answer(() => void insert({ ...organisation })),
    find: (organisationId) => answer(() => byId.find({ organisationId })),
    list: ({ limit, after = null }) => answer(() => page.list({ limit, after })),
  };
}

export function createStudies(database: SqliteDatabase): StudiesPort {
  const insert = database.command(insertInto('studies', Object.keys(studyRow.shape)));
  const byId = database.query(studyRow, byIdIn('studies', 'studyId'));
  const keyById = database.trusted(toSealedKey, byIdIn('studies', 'studyId', 'sealedKey'));
  const page = database.query(studyRow, agePage('studies', 'organisationId = @organisationId'));
  return {
    insert: (study) => answer(() => void insert({ ...study })),
    find: (organisationId, studyId) => answer(() => byId.find({ organisationId, studyId })),
    findKey: (organisationId, studyId) => answer(() => keyById.find({ organisationId, studyId })),
    list: (organisationId, { limit, after = null }) =>
      answer(() => page.list({ organisationId, limit, after })),
  };
}
