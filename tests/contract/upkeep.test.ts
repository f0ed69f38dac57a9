import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../support/mongo-server.ts';
import { upkeepContract } from './upkeep.contract.ts';

const absence = findMongoAbsence();

const folder = mkdtempSync(join(tmpdir(), 'numplus-places-'));
let server: MongoServer | undefined;
beforeAll(async () => {
  if (absence === undefined) server = await startMongoServer();
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true });
});

let files = 0;
function nameFile(): string {
  files += 1;
  return `sqlite:${join(folder, `${files}.db`)}`;
}

function nameDatabase(): string {
  if (server === undefined) throw new Error(absence);
  return server.nameDatabase();
}

upkeepContract('SQLite', () => ({
  own: nameFile,
  other: absence === undefined ? nameDatabase : undefined,
}));

if (absence === undefined) upkeepContract('MongoDB', () => ({ own: nameDatabase, other: nameFile }));
else {
  describe('upkeep of MongoDB', () => {
    it('is not run', (context) => {
      context.skip(absence);
    });
  });
}
