/** A test server with MongoDB's wire protocol: FerretDB on loopback, or the one at MONGODB_TEST_URL. */
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
  /** Address of an unused database. */
  nameDatabase(): string;
  /** Stops the server; at MONGODB_TEST_URL, only drops the databases that were used. */
  stop(): Promise<void>;
}

/**
 * Why there is no MongoDB for the tests, as one line; undefined if there is one.
 * @throws Error if there is none and MONGODB_TESTS is `required`
 */
export function findMongoAbsence(): string | undefined {
  if (process.env.MONGODB_TEST_URL !== undefined || isTestDatabaseBuilt(root)) return undefined;
  const absence = `MongoDB was not run: ${hasGo() ? 'its test server is not built' : 'Go is missing'}`;
  if (process.env.MONGODB_TESTS === 'required') throw new Error(absence);
  return absence;
}

/**
 * The indexed copy for load (bin/indexed-engine.js), built if stale.
 * @throws CannotRun if it can't be built
 */
export async function startLoadMongoServer(): Promise<MongoServer> {
  const isThere =
    process.env.MONGODB_TEST_URL !== undefined || (hasGo() && buildTestDatabase(root, 'indexed'));
  if (isThere) return startMongoServer('indexed');
  throw new CannotRun('MongoDB was not run. It takes Go 1.24 or newer, or a server at MONGODB_TEST_URL.');
}

/** Starts a server over its own folder. One per test file is enough: every test has its own database. */
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

/** Replaces the database name of an address. */
function withDatabase(url: string): string {
  const name = `numplus_test_${randomBytes(6).toString('hex')}`;
  return url.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`);
}
