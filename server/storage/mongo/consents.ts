import type { ConsentsPort } from '../ports/consents.ts';
import { consentRow } from '../shapes/consents.ts';
import { above } from './conditions.ts';
import type { MongoDatabase } from './database.ts';
import { putRevision } from './rows.ts';
import { consents } from './schemas/study-texts.ts';

export function createConsents(database: MongoDatabase): ConsentsPort {
  const rows = database.collection(consents, consentRow);
  return {
    find: (organisationId, studyId, personId) => rows.find({ organisationId, studyId, personId }),
    listByStudy: (organisationId, studyId, { limit, after = '' }) =>
      rows.list({ organisationId, studyId, personId: above(after) }, { personId: 1 }, limit),
    // The key has another name in the collection.
    put: ({ id, ...row }) => putRevision(rows, id, { id, ...row }, row),
    remove: async (organisationId, id) => (await rows.remove({ _id: id, organisationId })) > 0,
  };
}
