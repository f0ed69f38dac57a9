/** New databases of both kinds for the tests of one file, over one server and in one folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../support/mongo-server.ts';

interface BothDatabases {
  /** Why there is no MongoDB; undefined where there is one. */
  readonly absence: string | undefined;
  /** Address of a SQLite database that is not there yet. */
  readonly nameFile: () => string;
  /** Address of a MongoDB database that nobody has used. @throws Error where there is no MongoDB */
  readonly nameDatabase: () => string;
}

/** Called at the top of a test file: starts the server before its tests, and takes all away after them. */
export function useBothDatabases(): BothDatabases {
  const absence = findMongoAbsence();
  let folder: string;
  let server: MongoServer | undefined;
  let files = 0;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'numplus-both-'));
    if (absence === undefined) server = await startMongoServer();
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true });
  });
  return {
    absence,
    nameFile: () => {
      files += 1;
      return `sqlite:${join(folder, `${files}.db`)}`;
    },
    nameDatabase: () => {
      if (server === undefined) throw new Error(absence);
      return server.nameDatabase();
    },
  };
}
