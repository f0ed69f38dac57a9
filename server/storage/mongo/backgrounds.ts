import type { BackgroundsPort } from '../ports/backgrounds.ts';
import { backgroundRow } from '../shapes/backgrounds.ts';
import type { MongoDatabase } from './database.ts';
import { putRevision } from './rows.ts';
import { backgrounds } from './schemas/study-texts.ts';

export function createBackgrounds(database: MongoDatabase): BackgroundsPort {
  const rows = database.collection(backgrounds, backgroundRow);
  return {
    find: (organisationId, studyId, personId) => rows.find({ organisationId, studyId, personId }),
    // The key has another name in the collection.
    put: ({ id, ...row }) => putRevision(rows, id, { id, ...row }, row),
    remove: async (organisationId, id) => (await rows.remove({ _id: id, organisationId })) > 0,
  };
}
