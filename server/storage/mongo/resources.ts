import { z } from 'zod';
import { ResourceListSchema } from '../../../scenarios/schema/resources.ts';
import type { ResourcesPort } from '../ports/resources.ts';
import type { MongoDatabase } from './database.ts';
import { isDuplicate } from './rows.ts';
import { resourceLists } from './schemas/organisations.ts';

const listRow = z.object({
  organisationId: z.string(),
  resources: ResourceListSchema,
  loadedAt: z.number(),
});

export function createResources(database: MongoDatabase): ResourcesPort {
  const rows = database.collection(resourceLists, listRow);
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
