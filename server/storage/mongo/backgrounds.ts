import type { BackgroundsPort } from '../ports/backgrounds.ts';
import { backgroundRow } from '../shapes/backgrounds.ts';
import type { MongoDatabase } from './database.ts';
import { insertIfFree } from './rows.ts';
import { backgrounds } from './schemas/study-texts.ts';

export function createBackgrounds(database: MongoDatabase): BackgroundsPort {
  const rows = database.collection(backgrounds, backgroundRow);
  return {
    find: (organisationId, studyId, personId) => rows.find({ organisationId, studyId, personId }),
    put: ({ id, organisationId, ...row }) =>
      row.revision === 1
        ? insertIfFree(rows, { id, organisationId, ...row })
        : rows
            .change({ _id: id, organisationId, revision: row.revision - 1 }, { $set: row })
            .then((changed) => changed > 0),
    remove: async (organisationId, id) => (await rows.remove({ _id: id, organisationId })) > 0,
  };
}
