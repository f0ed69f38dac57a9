import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest';
import { openMongoStorage } from '../../server/storage/mongo/open.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../support/mongo-server.ts';
import type { Subject } from './storage.contract.ts';
import { connectingContract } from './storage/connecting.ts';
import { launchContract } from './storage/launch.ts';
import { ltiRowsContract } from './storage/lti-rows.ts';
import { whoContract } from './storage/who.ts';

const absence = findMongoAbsence();

describe('storage on MongoDB', () => {
  if (absence === undefined) smallPorts();
  else
    it('is not run', (context) => {
      context.skip(absence);
    });
});

function smallPorts(): void {
  let server: MongoServer;
  let subject: Subject;

  beforeAll(async () => {
    server = await startMongoServer();
  });

  beforeEach(async () => {
    const url = server.nameDatabase();
    // As long as ports are missing, the parts of the contract that need none of them are run.
    const open = async (): Promise<Storage> => (await openMongoStorage({ url })) as Storage;
    subject = { url, storage: await open(), other: await open() };
  });

  afterEach(async () => {
    await Promise.all([subject.storage.close(), subject.other.close()]);
  });

  afterAll(() => server.stop());

  const current = (): Subject => subject;
  whoContract(current);
  connectingContract(current);
  launchContract(current);
  ltiRowsContract(current);
}
