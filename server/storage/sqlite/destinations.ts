/** Destinations (learning record stores) in SQLite. */
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import type { Destination, DestinationChange, DestinationsPort } from '../ports/destinations.ts';
import type { SqliteDatabase } from './database.ts';
import { agePage, answer, insertInto } from './rows.ts';

const destinationRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  studyId: z.string(),
  endpoint: z.string(),
  sealedCredentials: z.string(),
  purpose: z.enum(['operational', 'research']),
  tier: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  version: z.enum(['1.0.3', '2.0.0']),
  status: z.enum(['active', 'paused']),
  pausedBecause: z.string(),
  notBefore: z.number(),
  failures: z.number(),
  origin: z.enum(['settings', 'operator']),
  batchCount: z.number(),
  batchBytes: z.number(),
  lanes: z.number(),
  createdAt: z.number(),
}) satisfies z.ZodType<Destination>;

const columns = Object.keys(destinationRow.shape);

/** What `update` may change; the rest of a row stays as it is. */
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
  const byId = database.query(
    destinationRow,
    'SELECT * FROM destinations WHERE organisationId = @organisationId AND id = @destinationId',
  );
  const page = database.query(destinationRow, agePage('destinations', 'TRUE'));
  const kept = changeable.map((name) => `${name} = coalesce(@${name}, ${name})`).join(', ');
  const update = database.command(
    `UPDATE destinations SET ${kept} WHERE organisationId = @organisationId AND id = @destinationId`,
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
