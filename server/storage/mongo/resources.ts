import type { ResourcesPort } from '../ports/resources.ts';
import { resourceListRow } from '../shapes/organisations.ts';
import type { MongoDatabase } from './database.ts';
import { isDuplicate } from './mongo-errors.ts';
import { resourceLists } from './schemas/organisations.ts';

export function createResources(database: MongoDatabase): ResourcesPort {
  const rows = database.collection(resourceLists, resourceListRow);
  return {
    async replace({ resources, ...rest }) {
      const list = { ...rest, resources: [...resources] };
      try {
        await rows.put(list);
      } catch (error) {
        // Of two concurrent first lists, the second replaces the first.
        if (!isDuplicate(error)) throw error;
        await rows.put(list);
      }
    },
    find: (organisationId) => rows.find({ _id: organisationId }),
    remove: async (organisationId) => (await rows.remove({ _id: organisationId })) > 0,
  };
}
