import type { ResourceList, ResourcesPort } from '../ports/resources.ts';
import { resourceListRow } from '../shapes/organisations.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, json, sqlParams } from './rows.ts';

export const storedList = resourceListRow.extend({ resources: json(resourceListRow.shape.resources) });

export function createResources(database: SqliteDatabase): ResourcesPort {
  const put = database.command(
    `INSERT INTO resourceLists (organisationId, resources, loadedAt)
     VALUES (@organisationId, @resources, @loadedAt)
     ON CONFLICT (organisationId) DO UPDATE SET resources = excluded.resources, loadedAt = excluded.loadedAt`,
  );
  const byOrganisation = database.query<ResourceList>(
    storedList,
    'SELECT * FROM resourceLists WHERE organisationId = @organisationId',
  );
  const remove = database.command('DELETE FROM resourceLists WHERE organisationId = @organisationId');
  return {
    replace: (list) => database.write(() => void put(sqlParams(list))),
    find: (organisationId) => answer(() => byOrganisation.find({ organisationId })),
    remove: (organisationId) => database.write(() => remove({ organisationId }) > 0),
  };
}
