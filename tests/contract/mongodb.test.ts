import { afterAll, beforeAll, describe, it } from 'vitest';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../support/mongo-server.ts';
import { storageContract } from './storage.contract.ts';

const absence = findMongoAbsence();

if (absence === undefined) wholeContract();
else {
  describe('storage on MongoDB', () => {
    it('is not run', (context) => {
      context.skip(absence);
    });
  });
}

function wholeContract(): void {
  let server: MongoServer;

  beforeAll(async () => {
    server = await startMongoServer();
  });

  afterAll(() => server.stop());

  // A database of its own for each test; all go with the server's folder.
  storageContract('MongoDB', () =>
    Promise.resolve({ url: server.nameDatabase(), remove: () => Promise.resolve() }),
  );
}
