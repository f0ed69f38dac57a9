import { z } from 'zod';
import { ResourceListSchema } from '../../../scenarios/schema/resources.ts';
import type { ResourceList, ResourcesPort } from '../ports/resources.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, json } from './rows.ts';

export const listRow = z.object({
  organisationId: z.string(),
  resources: json(ResourceListSchema),
  loadedAt: z.number(),
});

export function createResources(database: SqliteDatabase): ResourcesPort {
  const put = database.command(
    `INSERT INTO resourceLists (organisationId, resources, loadedAt)
     VALUES (@organisationId, @resources, @loadedAt)
     ON CONFLICT (organisationId) DO UPDATE SET resources = excluded.resources, loadedAt = excluded.loadedAt`,
  );
  const byOrganisation = database.query<ResourceList>(
    listRow,
    'SELECT * FROM resourceLists WHERE organisationId = @organisationId',
  );
  const remove = database.command('DELETE FROM resourceLists WHERE organisationId = @organisationId');
  return {
    replace: (list) => database.write(() => void put({ ...list, resources: JSON.stringify(list.resources) })),
    find: (organisationId) => answer(() => byOrganisation.find({ organisationId })),
    remove: (organisationId) => database.write(() => remove({ organisationId }) > 0),
  };
}
