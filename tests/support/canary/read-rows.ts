/** Everything that a database holds, as text: also tables that no port reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Mongoose } from 'mongoose';
import { z } from 'zod';
import { openDatabase } from '../../../server/storage/sqlite/database.ts';

const prefix = 'sqlite:';
const anyRow = z.record(z.string(), z.unknown());

type Tables = Map<string, readonly unknown[]>;

/** The rows of one table or collection. */
export async function readTable(url: string, name: string): Promise<readonly unknown[]> {
  return (await readTables(url)).get(name) ?? [];
}

/** The audit record, which nobody can change, and all other tables or collections. */
export async function readRows(url: string): Promise<Map<string, string>> {
  const tables = await readTables(url);
  const audit = JSON.stringify(tables.get('audit'));
  tables.delete('audit');
  return new Map([
    ['audit', audit],
    ['rows', JSON.stringify([...tables])],
  ]);
}

/** The file itself with what SQLite writes beside it, freed space included; nothing for MongoDB. */
export function readBytes(url: string): Map<string, Buffer> {
  if (!url.startsWith(prefix)) return new Map();
  const file = url.slice(prefix.length);
  const own = readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)));
  return new Map([['bytes', Buffer.concat(own.map((name) => readFileSync(join(dirname(file), name))))]]);
}

async function readTables(url: string): Promise<Tables> {
  return url.startsWith(prefix) ? readSqlite(url.slice(prefix.length)) : readMongo(url);
}

function readSqlite(file: string): Tables {
  const database = openDatabase(file);
  try {
    const tables = database
      .query(z.object({ name: z.string() }), "SELECT name FROM sqlite_master WHERE type = 'table'")
      .list({});
    return new Map(
      tables.map(({ name }) => [name, database.query(anyRow, `SELECT * FROM "${name}"`).list({})]),
    );
  } finally {
    database.close();
  }
}

async function readMongo(url: string): Promise<Tables> {
  const connection = await new Mongoose().createConnection(url).asPromise();
  try {
    const tables: Tables = new Map();
    for (const { name } of (await connection.db?.listCollections().toArray()) ?? [])
      tables.set(name, await connection.collection(name).find().toArray());
    return tables;
  } finally {
    await connection.close();
  }
}
