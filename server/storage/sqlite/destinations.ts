import { AppError } from '../../base/errors.ts';
import type { DestinationChange, DestinationsPort } from '../ports/destinations.ts';
import { destinationRow } from '../shapes/destinations.ts';
import type { SqliteDatabase } from './database.ts';
import { agePage, answer, byIdIn, insertInto } from './rows.ts';

const columns = Object.keys(destinationRow.shape);

const changeable = [
  ...(['status', 'pausedBecause', 'notBefore', 'failures', 'version', 'sealedCredentials'] as const),
  ...(['batchCount', 'batchBytes', 'lanes'] as const),
] satisfies (keyof DestinationChange)[];

export function createDestinations(database: SqliteDatabase): DestinationsPort {
  const replaced = columns.map((name) => `${name} = excluded.${name}`).join(', ');
  const put = database.command(
    `${insertInto('destinations', columns)} ON CONFLICT (id) DO UPDATE SET ${replaced}
     WHERE organisationId = excluded.organisationId`,
  );
  const byId = database.query(destinationRow, byIdIn('destinations', 'destinationId'));
  const page = database.query(destinationRow, agePage('destinations', 'TRUE'));
  const assignments = changeable.map((name) => `${name} = coalesce(@${name}, ${name})`).join(', ');
  const update = database.command(
    `UPDATE destinations SET ${assignments} WHERE organisationId = @organisationId AND id = @destinationId`,
  );
  const unchanged = Object.fromEntries(changeable.map((name) => [name, null]));
  return {
    put: (destination) =>
      answer(() => {
        if (put({ ...destination }) === 0) throw new AppError('storage.duplicate');
      }),
    find: (organisationId, destinationId) => answer(() => byId.find({ organisationId, destinationId })),
    list: ({ limit, after = null }) => answer(() => page.list({ limit, after })),
    update: (organisationId, destinationId, change) =>
      answer(() => void update({ ...unchanged, ...change, organisationId, destinationId })),
  };
}
