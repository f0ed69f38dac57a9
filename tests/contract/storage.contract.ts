/**
 * What every storage adapter promises (server/storage/ports.ts). It needs no transaction, join or cursor: each test
 * is about one atomic call, or about calls that race.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStorage } from '../../server/storage/open-storage.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import { attemptsContract } from './storage/attempts.ts';
import { comfortContract } from './storage/comfort.ts';
import { backgroundsContract } from './storage/backgrounds.ts';
import { consentsContract } from './storage/consents.ts';
import { studyTextsContract } from './storage/study-texts.ts';
import { connectingContract } from './storage/connecting.ts';
import { deadLettersContract } from './storage/dead-letters.ts';
import { deliveriesContract } from './storage/deliveries.ts';
import { durabilityContract } from './storage/durability.ts';
import { erasuresContract } from './storage/erasures.ts';
import { gradeRequestsContract } from './storage/grade-requests.ts';
import { gradesContract } from './storage/grades.ts';
import { groupsContract } from './storage/groups.ts';
import { isolationContract } from './storage/isolation.ts';
import { launchContract } from './storage/launch.ts';
import { ltiRowsContract } from './storage/lti-rows.ts';
import { oddValuesContract } from './storage/odd-values.ts';
import { personRowsContract } from './storage/person-rows.ts';
import { reportsContract } from './storage/reports.ts';
import { researchDeliveriesContract } from './storage/research-deliveries.ts';
import { staffRowsContract } from './storage/staff-rows.ts';
import { whoContract } from './storage/who.ts';

/** An empty database of its own for one test. */
export interface TestDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** The test's database, and the two processes' views of it that races need. */
export interface Subject {
  readonly url: string;
  readonly storage: Storage;
  readonly other: Storage;
}

export function storageContract(name: string, createDatabase: () => Promise<TestDatabase>): void {
  describe(`storage on ${name}`, () => {
    let database: TestDatabase;
    let subject: Subject;

    beforeEach(async () => {
      database = await createDatabase();
      const { url } = database;
      subject = { url, storage: await openStorage(url), other: await openStorage(url) };
    });

    afterEach(async () => {
      await Promise.all([subject.storage.close(), subject.other.close()]);
      await database.remove();
    });

    const current = (): Subject => subject;
    it('replies to a ping while open, and refuses one after closing', async () => {
      const brief = await openStorage(subject.url);
      await brief.ping();
      await brief.close();
      await expect(brief.ping()).rejects.toThrow();
    });
    whoContract(current);
    connectingContract(current);
    launchContract(current);
    attemptsContract(current);
    staffRowsContract(current);
    comfortContract(current);
    consentsContract(current);
    backgroundsContract(current);
    personRowsContract(current);
    studyTextsContract(current);
    groupsContract(current);
    deliveriesContract(current);
    researchDeliveriesContract(current);
    deadLettersContract(current);
    gradesContract(current);
    gradeRequestsContract(current);
    reportsContract(current);
    erasuresContract(current);
    ltiRowsContract(current);
    isolationContract(current);
    oddValuesContract(current);
    durabilityContract(current);
  });
}
