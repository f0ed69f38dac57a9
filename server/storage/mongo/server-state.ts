import { z } from 'zod';
import type { ServerState } from '../ports/upkeep.ts';
import type { MongoDatabase } from './database.ts';
import { allIndexes, type CollectionIndex } from './schemas/collections.ts';

const hello = z.object({ localTime: z.date(), setName: z.string().optional(), msg: z.string().optional() });
const buildInfo = z.object({ version: z.string() });

const privilege = z.object({
  resource: z.object({
    db: z.string().optional(),
    collection: z.string().optional(),
    anyResource: z.boolean().optional(),
  }),
  actions: z.array(z.string()),
});
const connectionStatus = z.object({
  authInfo: z.object({
    authenticatedUsers: z.array(z.unknown()).default([]),
    authenticatedUserPrivileges: z.array(privilege).optional(),
  }),
});

type Privilege = z.infer<typeof privilege>;

/** All are part of the role readWrite. */
const neededActions = [
  ...['find', 'insert', 'update', 'remove', 'createCollection', 'createIndex'],
  ...['listCollections', 'listIndexes'],
];

/** A mongos returns this instead of a set's name. */
const shardedMessage = 'isdbgrid';

export async function readServerState(database: MongoDatabase, now: () => number): Promise<ServerState> {
  const asked = now();
  const { localTime, setName, msg } = hello.parse(await database.ask({ hello: 1 }));
  const answered = now();
  const { authInfo } = connectionStatus.parse(
    await database.ask({ connectionStatus: 1, showPrivileges: true }),
  );
  const asksWho = authInfo.authenticatedUsers.length > 0;
  const { authenticatedUserPrivileges: privileges } = authInfo;
  return {
    version: buildInfo.parse(await database.ask({ buildInfo: 1 })).version,
    isReplicated: setName !== undefined || msg === shardedMessage,
    // The server read its clock between the two.
    aheadMs: Math.round(localTime.getTime() - (asked + answered) / 2),
    asksWho,
    missingRights: asksWho && privileges !== undefined ? listMissingRights(privileges, database.name) : [],
    missingIndexes: await listMissingIndexes(database),
  };
}

export function listMissingRights(privileges: readonly Privilege[], name: string): string[] {
  const isHere = ({ db, collection, anyResource }: Privilege['resource']): boolean =>
    anyResource === true || ((db === '' || db === name) && collection === '');
  const granted = new Set(
    privileges.filter(({ resource }) => isHere(resource)).flatMap(({ actions }) => actions),
  );
  return neededActions.filter((action) => !granted.has(action));
}

async function listMissingIndexes(database: MongoDatabase): Promise<string[]> {
  const existing = new Set<string>();
  for (const collection of new Set(allIndexes.map((index) => index.collection))) {
    for (const index of await database.indexesOf(collection)) existing.add(spell(index));
  }
  return allIndexes.filter((index) => !existing.has(spell(index))).map(nameIndex);
}

function spell({ collection, fields, unique }: CollectionIndex): string {
  return JSON.stringify([collection, Object.entries(fields), unique === true]);
}

function nameIndex({ collection, fields }: CollectionIndex): string {
  return `${collection} (${Object.keys(fields).join(', ')})`;
}
