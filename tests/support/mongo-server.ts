/** A server for tests that speaks MongoDB's wire protocol: FerretDB on loopback, or the one at MONGODB_TEST_URL. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Mongoose } from 'mongoose';
import {
  buildTestDatabase,
  hasGo,
  isTestDatabaseBuilt,
  type Kind,
  startTestDatabase,
} from '../../bin/test-database.js';
import { CannotRun } from './cannot-run.ts';

const root = resolve(import.meta.dirname, '../..');

export interface MongoServer {
  /** Address of a database that nobody has used. */
  nameDatabase(): string;
  /** Ends the server. On one that we did not start, the databases that were named go; the server stays. */
  stop(): Promise<void>;
}

/**
 * Why there is no MongoDB for the tests, as one line; undefined where there is one.
 * @throws Error where there is none and MONGODB_TESTS is `required`
 */
export function findMongoAbsence(): string | undefined {
  if (process.env.MONGODB_TEST_URL !== undefined || isTestDatabaseBuilt(root)) return undefined;
  const absence = `MongoDB was not run: ${hasGo() ? 'its test server is not built' : 'Go is missing'}`;
  if (process.env.MONGODB_TESTS === 'required') throw new Error(absence);
  return absence;
}

/**
 * One that is quick enough for load (bin/indexed-engine.js), built where that is due.
 * @throws CannotRun where there is none
 */
export async function startLoadMongoServer(): Promise<MongoServer> {
  const isThere =
    process.env.MONGODB_TEST_URL !== undefined || (hasGo() && buildTestDatabase(root, 'indexed'));
  if (isThere) return startMongoServer('indexed');
  throw new CannotRun('MongoDB was not run. It takes Go 1.24 or newer, or a server at MONGODB_TEST_URL.');
}

/** Starts one server, over a folder of its own. One for each test file is enough: every test has its own database. */
export async function startMongoServer(kind: Kind = 'published'): Promise<MongoServer> {
  const given = process.env.MONGODB_TEST_URL;
  if (given !== undefined) return useServer(given);
  const folder = mkdtempSync(join(tmpdir(), 'numplus-ferretdb-'));
  const { url, stop } = await startTestDatabase(root, folder, kind);
  return {
    nameDatabase: () => withDatabase(url),
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function useServer(given: string): MongoServer {
  const named: string[] = [];
  return {
    nameDatabase: () => {
      const url = withDatabase(given);
      named.push(url);
      return url;
    },
    stop: async () => {
      for (const url of named) {
        const connection = await new Mongoose().createConnection(url).asPromise();
        await connection.dropDatabase();
        await connection.close();
      }
    },
  };
}

/** Servers and options stay; a database of a new name takes the place of the one that is named, if any. */
function withDatabase(url: string): string {
  const name = `numplus_test_${randomBytes(6).toString('hex')}`;
  return url.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`);
}
