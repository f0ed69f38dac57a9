import type { OrganisationsPort, StudiesPort } from '../ports/organisations.ts';
import { organisationRow, studyRow } from '../shapes/organisations.ts';
import type { MongoDatabase } from './database.ts';
import { agePage } from './rows.ts';
import { organisations, studies } from './schemas/organisations.ts';

export function createOrganisations(database: MongoDatabase): OrganisationsPort {
  const rows = database.collection(organisations, organisationRow);
  return {
    insert: (organisation) => rows.insert(organisation),
    find: (organisationId) => rows.find({ _id: organisationId }),
    list: (page) => agePage(rows, {}, page),
  };
}

export function createStudies(database: MongoDatabase): StudiesPort {
  const rows = database.collection(studies, studyRow);
  return {
    insert: (study) => rows.insert(study),
    find: (organisationId, studyId) => rows.find({ _id: studyId, organisationId }),
    findKey: async (organisationId, studyId) =>
      (await rows.find({ _id: studyId, organisationId }))?.sealedKey,
    list: (organisationId, page) => agePage(rows, { organisationId }, page),
  };
}
