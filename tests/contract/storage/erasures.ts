/** Each table of the data map either says why its rows stay, or loses those of an erased person. */
import { describe, expect, it } from 'vitest';
import { storedFields } from '../../../server/privacy/data-map.ts';
import type { Erasure } from '../../../server/storage/ports/erasures.ts';
import type { NewVoiding } from '../../../server/storage/ports/voidings.ts';
import { openUpkeep } from '../../../server/upkeep/open-upkeep.ts';
import type { Subject } from '../storage.contract.ts';
import {
  createAttempt,
  sampleAppend,
  sampleDestination,
  sampleGrade,
  sampleOutcome,
} from './sample-attempts.ts';
import { sampleReviewRequest } from './sample-reports.ts';
import * as rows from './sample-rows.ts';
import { sampleNote, sampleSettings } from './staff-rows.ts';

const { org } = rows;

function sampleErasure(change: Partial<Erasure> = {}): Erasure {
  return {
    id: 'erasure-1',
    organisationId: org,
    kind: 'person',
    requestedBy: 'operator',
    at: 1_000,
    counts: { attempts: 1 },
    subject: { personId: 'person-1', attempts: [{ id: 'attempt-1', studyId: 'study-1' }] },
    sweepAt: 2_000,
    ...change,
  };
}

function sampleVoiding(change: Partial<NewVoiding> = {}): NewVoiding {
  return {
    id: 'voiding-1',
    organisationId: org,
    destinationId: 'destination-1',
    erasureId: 'erasure-1',
    bytes: '{"id":"voiding-1"}',
    nextAt: 0,
    ...change,
  };
}

async function sendFirst({ storage }: Subject, count: number): Promise<void> {
  const { deliveries } = storage;
  const place = { organisationId: org, destinationId: 'destination-1' };
  const bounds = { purpose: 'operational', now: 10, until: 50, maxBytes: 1_000_000 } as const;
  await deliveries.enqueueNew(sampleDestination(), 100);
  const sent = await deliveries.lease({ ...place, ...bounds, holder: 'one', limit: count });
  const results = sent.map((ref) => ({
    ...ref,
    state: 'sent' as const,
    nextAt: 0,
    lastError: '',
    tried: true,
  }));
  await deliveries.settle(org, 'destination-1', 'one', results);
}

/** A row of each kind that is about a person. */
async function addPerson({ storage }: Subject, name: string): Promise<void> {
  const personId = `person-${name}`;
  const attemptId = `attempt-${name}`;
  const launchId = `launch-${name}`;
  await storage.persons.ensure(rows.samplePerson({ id: personId, subject: personId }));
  const attempt = { id: attemptId, personId };
  const gradeIntents = [sampleGrade({ ...attempt, organisationId: org }, { id: `grade-${name}` })];
  const whole = await createAttempt(storage, attempt, 1, { gradeIntents, entries: [sampleOutcome(1)] });
  await storage.attempts.append(sampleAppend(whole, 1, 3, { receipt: 'receipt' }));
  // Files the newest batch on MongoDB.
  await storage.attempts.findReceipt(org, attemptId);
  await storage.grades.collect(10);
  await storage.launches.insert(rows.sampleLaunch({ id: launchId, personId }));
  const session = { id: `session-${name}`, accessHash: `access-${name}`, refreshHash: `refresh-${name}` };
  await storage.sessions.insert(rows.sampleSession({ ...session, launchId }));
  const code = { codeHash: `code-${name}`, organisationId: org, launchId, expiresAt: 9_000 };
  await storage.sessions.insertCode(code);
  await storage.personSettings.put(sampleSettings({ personId }));
  await storage.comfort.put(rows.sampleComfort({ personId }));
  await storage.consents.put(rows.sampleConsent({ id: `study-1/${personId}`, personId }));
  await storage.backgrounds.put(rows.sampleBackground({ id: `study-1/${personId}`, personId }));
  await storage.groups.put(rows.sampleMembership({ personId }));
  await storage.staffNotes.put(sampleNote({ attemptId, personId }));
  await storage.reviewRequests.ask(sampleReviewRequest({ id: `request-${name}`, attemptId, personId }));
  await storage.deliveries.enqueueNew(sampleDestination(), 100);
}

export function erasuresContract(current: () => Subject): void {
  const countRows = async (): Promise<Readonly<Record<string, number>>> => {
    const upkeep = await openUpkeep(current().url);
    try {
      return (await upkeep.inspect()).rows;
    } finally {
      await upkeep.close();
    }
  };

  describe('an erasure', () => {
    it('leaves no row of the person in any table that the data map does not exempt', async () => {
      const { storage } = current();
      await storage.destinations.put(sampleDestination());
      await addPerson(current(), '2');
      const before = await countRows();
      await addPerson(current(), '1');
      const filled = await countRows();
      const going = storedFields
        .filter(({ name, stays }) => stays === undefined && before[name] !== undefined)
        .map(({ name }) => name);
      expect(going.filter((name) => (filled[name] ?? 0) <= (before[name] ?? 0))).toEqual([]);
      const voidingOf = (): NewVoiding => sampleVoiding();
      await storage.erasures.erasePerson(org, 'person-1');
      await storage.erasures.eraseAttempt(org, 'attempt-1', voidingOf);
      expect(await countRows()).toEqual(before);
      expect(await storage.persons.find(org, 'person-2')).toBeDefined();
    });

    it('is repeatable, and tells how many rows it deleted', async () => {
      const { storage } = current();
      await addPerson(current(), '1');
      const counts = await storage.erasures.erasePerson(org, 'person-1');
      expect(counts).toMatchObject({ persons: 1, launches: 1, sessions: 1, comfort: 1, grades: 1 });
      const deleted = await storage.erasures.eraseAttempt(org, 'attempt-1', () => sampleVoiding());
      expect(deleted.attempts).toBe(1);
      const again = await storage.erasures.erasePerson(org, 'person-1');
      const attempt = await storage.erasures.eraseAttempt(org, 'attempt-1', () => sampleVoiding());
      expect([...Object.values(again), ...Object.values(attempt)].filter((count) => count > 0)).toEqual([]);
    });

    it('touches nothing of another organisation', async () => {
      const { storage } = current();
      await addPerson(current(), '1');
      await storage.erasures.erasePerson('organisation-b', 'person-1');
      await storage.erasures.eraseAttempt('organisation-b', 'attempt-1', () => sampleVoiding());
      expect(await storage.persons.find(org, 'person-1')).toBeDefined();
      expect(await storage.attempts.find(org, 'attempt-1')).toBeDefined();
      expect(await storage.attempts.listEntries(org, 'attempt-1', { fromSeq: 1, limit: 9 })).toHaveLength(4);
    });

    it('asks for a voiding of what was sent or may have been, and sends nothing that waited', async () => {
      const { storage } = current();
      await storage.destinations.put(sampleDestination());
      await addPerson(current(), '1');
      await sendFirst(current(), 2);
      const place = { organisationId: org, destinationId: 'destination-1', purpose: 'operational' } as const;
      const bounds = { holder: 'two', now: 20, until: 70, limit: 1, maxBytes: 1_000_000 };
      const [underWay] = await storage.deliveries.lease({ ...place, ...bounds });
      const asked: string[] = [];
      await storage.erasures.eraseAttempt(org, 'attempt-1', ({ statementId, leasedUntil, ...sent }) => {
        asked.push(`${statementId} ${leasedUntil}`);
        return sampleVoiding({ id: `voiding of ${statementId}`, ...sent, nextAt: leasedUntil });
      });
      expect(new Set(asked)).toEqual(
        new Set(['attempt-1/1/0 0', 'attempt-1/2/0 0', `${underWay?.statementId} 70`]),
      );
      expect(await storage.deliveries.lease({ ...place, ...bounds, now: 100, until: 150, limit: 9 })).toEqual(
        [],
      );
      const due = { organisationId: org, destinationId: 'destination-1', holder: 'one', until: 90, limit: 9 };
      expect(await storage.voidings.lease({ ...due, now: 30 })).toHaveLength(2);
      expect(await storage.voidings.lease({ ...due, now: 70 })).toHaveLength(1);
    });

    it('refuses what is written to the attempt afterwards', async () => {
      const { storage, other } = current();
      const attempt = await createAttempt(storage, {}, 1);
      await other.erasures.eraseAttempt(org, attempt.id, () => sampleVoiding());
      expect(await storage.attempts.append(sampleAppend(attempt, 1, 1))).toBe(false);
      expect(await storage.attempts.listEntries(org, attempt.id, { fromSeq: 1, limit: 9 })).toEqual([]);
    });

    it('lists what was sent for research only', async () => {
      const { storage } = current();
      await storage.destinations.put(sampleDestination());
      await createAttempt(storage, {}, 2);
      await sendFirst(current(), 1);
      expect(await storage.erasures.listSent(org, 'attempt-1', 'research')).toEqual([]);
      expect(await storage.erasures.listSent(org, 'attempt-1', 'operational')).toEqual([
        { destinationId: 'destination-1', statementId: 'attempt-1/1/0', leasedUntil: 0 },
      ]);
    });

    it('is found when it is due, and says no longer whom it was about', async () => {
      const { storage } = current();
      await storage.erasures.put(sampleErasure());
      const listDue = async (now: number) => (await storage.erasures.listDue(now, 10)).orders;
      expect(await listDue(1_999)).toEqual([]);
      expect(await listDue(2_000)).toEqual([sampleErasure()]);
      await storage.erasures.postpone('erasure-1', 3_000);
      expect(await listDue(2_999)).toEqual([]);
      expect(await listDue(3_000)).toEqual([sampleErasure({ sweepAt: 3_000 })]);
      const done = sampleErasure({ subject: null, sweepAt: null });
      await storage.erasures.put(done);
      expect(await listDue(9_000)).toEqual([]);
      expect(await storage.erasures.find(org, 'erasure-1')).toEqual(done);
      expect(await storage.erasures.find('organisation-b', 'erasure-1')).toBeUndefined();
    });

    it('lists people and their attempts, with practice', async () => {
      const { storage } = current();
      await storage.persons.ensure(rows.samplePerson());
      await createAttempt(storage);
      await createAttempt(storage, { id: 'attempt-2', practice: true });
      const page = { limit: 10 };
      expect(await storage.erasures.listPersons(page)).toEqual([{ id: 'person-1', organisationId: org }]);
      expect(await storage.erasures.listPersons({ ...page, after: 'person-1' })).toEqual([]);
      const own = { studyId: 'study-1', research: 'not-asked', lastAt: 1_001 };
      expect(await storage.erasures.listAttempts(org, 'person-1', 10)).toEqual([
        { ...own, id: 'attempt-1', practice: false },
        { ...own, id: 'attempt-2', practice: true },
      ]);
    });
  });

  describe('voidings', () => {
    const due = { organisationId: org, destinationId: 'destination-1', now: 10, until: 60, limit: 10 };
    const result = { id: 'voiding-1', nextAt: 0, lastError: '', tried: true } as const;

    it('are added once, and leased by one worker until they are settled', async () => {
      const { storage, other } = current();
      await storage.destinations.put(sampleDestination());
      await storage.voidings.add([sampleVoiding()]);
      await other.voidings.add([
        sampleVoiding({ erasureId: 'erasure-2' }),
        sampleVoiding({ id: 'voiding-2' }),
      ]);
      const both = [storage, other].map(({ voidings }, index) =>
        voidings.lease({ ...due, holder: `${index}` }),
      );
      const leased = (await Promise.all(both)).flat();
      expect(leased.map(({ id }) => id).sort()).toEqual(['voiding-1', 'voiding-2']);
      const holder = leased.find(({ id }) => id === 'voiding-1')?.holder ?? '';
      await storage.voidings.settle('destination-1', 'nobody', [{ ...result, state: 'sent' }]);
      expect(await storage.voidings.count(org, 'erasure-1')).toEqual([
        { destinationId: 'destination-1', state: 'pending', count: 2 },
      ]);
      await storage.voidings.settle('destination-1', holder, [{ ...result, state: 'sent' }]);
      const counts = await storage.voidings.count(org, 'erasure-1');
      expect(new Map(counts.map(({ state, count }) => [state, count]))).toEqual(
        new Map([
          ['pending', 1],
          ['sent', 1],
        ]),
      );
    });

    it('keep the text of what a store refused, for another try', async () => {
      const { storage } = current();
      await storage.destinations.put(sampleDestination());
      await storage.voidings.add([sampleVoiding()]);
      await storage.voidings.lease({ ...due, holder: 'one' });
      const refused = { ...result, state: 'refused', lastError: '400 no' } as const;
      await storage.voidings.settle('destination-1', 'one', [refused]);
      expect(await storage.voidings.lease({ ...due, holder: 'one', now: 100, until: 150 })).toEqual([]);
      expect(await storage.voidings.retry(org, 'erasure-1')).toBe(1);
      const [again] = await storage.voidings.lease({ ...due, holder: 'one', now: 100, until: 150 });
      expect(again).toMatchObject({ bytes: sampleVoiding().bytes, tries: 1, lastError: '400 no' });
    });
  });

  it('lists people who stay erased, each once', async () => {
    const { storage, other } = current();
    expect(await storage.erasedList.list()).toEqual(new Set());
    const [one, two] = ['a'.repeat(64), 'b'.repeat(64)];
    await storage.erasedList.add([one]);
    await other.erasedList.add([one, two]);
    expect(await storage.erasedList.list()).toEqual(new Set([one, two]));
  });
}
