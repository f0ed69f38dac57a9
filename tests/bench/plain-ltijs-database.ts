/**
 * The database of the plain flow: our plugin for what it keeps, and the three collections of ltijs's own sessions,
 * which our tool leaves out, over the same rows of the same file.
 */
import { createDatabasePlugin } from '../../lti/engine/database-plugin.ts';
import type { DatabasePluginDeps, LtiRows, LtijsDatabase } from '../../lti/engine/database-plugin.ts';

/** Fields that ltijs finds a row by, and how long a row lives. */
const sessions = new Map<string, { readonly index: readonly string[]; readonly lifeMs: number }>([
  ['idtoken', { index: ['iss', 'clientId', 'deploymentId', 'user'], lifeMs: 24 * 3_600_000 }],
  ['contexttoken', { index: ['contextId', 'user'], lifeMs: 24 * 3_600_000 }],
  ['state', { index: ['state'], lifeMs: 600_000 }],
]);

type Fields = Record<string, string>;

/** Builds the database for ltijs without the rest of the tool. */
export function createPlainDatabase(deps: DatabasePluginDeps): LtijsDatabase {
  const base = createDatabasePlugin(deps);
  const { rows, clock } = deps;
  return {
    ...base,
    Get: (mark, collection, query) =>
      sessions.has(collection)
        ? findAll(rows, collection, readFields(query), clock())
        : base.Get(mark, collection, query),
    async Insert(mark, collection, item, index) {
      if (!sessions.has(collection)) return base.Insert(mark, collection, item, index);
      await rows.insert(buildRow(collection, item, clock()));
      return true;
    },
    async Replace(mark, collection, query, item, index) {
      if (!sessions.has(collection)) return base.Replace(mark, collection, query, item, index);
      await rows.replace(readFields(query), buildRow(collection, item, clock()));
      return true;
    },
    async Delete(collection, query) {
      if (!sessions.has(collection)) return base.Delete(collection, query);
      await rows.remove(collection, readFields(query));
      return true;
    },
  };
}

async function findAll(
  rows: LtiRows,
  collection: string,
  query: Fields,
  now: number,
): ReturnType<LtijsDatabase['Get']> {
  const found = await rows.find(collection, query, now);
  if (found.length === 0) return false;
  return found.map(({ value, createdAt }) => ({ ...toRecord(JSON.parse(value)), createdAt }));
}

function buildRow(collection: string, item: unknown, createdAt: number): Parameters<LtiRows['insert']>[0] {
  const { index: names, lifeMs } = sessions.get(collection) ?? { index: [], lifeMs: 0 };
  const fields = readFields(item);
  const index = Object.fromEntries(
    names.flatMap((name) => (name in fields ? [[name, fields[name] ?? '']] : [])),
  );
  return {
    collection,
    index,
    uniqueKey: JSON.stringify(names.map((name) => fields[name] ?? '')),
    value: JSON.stringify(item),
    createdAt,
    expiresAt: createdAt + lifeMs,
  };
}

/** Members that are strings. */
function readFields(value: unknown): Fields {
  return Object.fromEntries(
    Object.entries(toRecord(value)).flatMap(([name, field]) =>
      typeof field === 'string' ? [[name, field]] : [],
    ),
  );
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
