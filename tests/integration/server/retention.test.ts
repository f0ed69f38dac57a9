/** A study that promises a period keeps nothing longer; the clock is the test's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOldAudit } from '../../../server/erasure/audit-retention.ts';
import { listRetention, monthsBefore, purgeOld } from '../../../server/erasure/retention.ts';
import { changeTexts } from '../../../server/organisations/manage-studies.ts';
import type { Attempt } from '../../../server/storage/ports/attempts.ts';
import type { Study } from '../../../server/storage/ports/organisations.ts';
import { useBothDatabases } from '../../contract/both-databases.ts';
import { createAttempt, sampleProgress } from '../../contract/storage/sample-attempts.ts';
import { sampleBackground, sampleConsent, samplePerson } from '../../contract/storage/sample-rows.ts';
import { sampleFacts } from '../../contract/storage/study-texts.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { findFirstStudy } from '../../support/first-study.ts';

const { absence, nameFile, nameDatabase } = useBothDatabases();
const dayMs = 86_400_000;
const now = Date.parse('2026-11-24T15:00:00Z');

describe('months before a day', () => {
  it.each([
    ['2026-11-24T15:00:00.000Z', 24, '2024-11-24T15:00:00.000Z'],
    ['2026-03-31T00:00:00.000Z', 1, '2026-02-28T00:00:00.000Z'],
    ['2026-01-15T00:00:00.000Z', 1, '2025-12-15T00:00:00.000Z'],
  ])('of %s: %i', (from, months, expected) => {
    expect(new Date(monthsBefore(Date.parse(from), months)).toISOString()).toBe(expected);
  });
});

function retentionOver(name: string, nameUrl: () => string): void {
  describe(`retention over ${name}`, () => {
    let bench: DeliveryBench;
    let study: Study;
    beforeAll(async () => {
      bench = await DeliveryBench.start(now, { DATABASE_URL: nameUrl() });
      study = await findFirstStudy(bench.context.storage);
    });
    afterAll(() => bench.close());

    async function add(
      personId: string,
      number: number,
      lastAt: number,
      studyId = study.id,
    ): Promise<Attempt> {
      const { organisationId } = study;
      const { storage } = bench.context;
      await storage.persons.ensure(samplePerson({ id: personId, subject: personId, organisationId }));
      const id = `${personId}/${number}`;
      const progress = sampleProgress(1, { lastAt, status: 'finished', endedAt: lastAt });
      return createAttempt(storage, { id, organisationId, personId, studyId, number }, 1, { progress });
    }

    async function left(): Promise<string[]> {
      const { storage } = bench.context;
      const people = await storage.erasures.listPersons({ limit: 100 });
      const attempts = await Promise.all(
        people.map(({ id }) => storage.erasures.listAttempts(study.organisationId, id, 100)),
      );
      return [...people, ...attempts.flat()].map(({ id }) => id).sort();
    }

    /** Answers about research and about the person. */
    async function answer(personId: string, studyId: string): Promise<void> {
      const { consents, backgrounds } = bench.context.storage;
      const key = { id: `${studyId}/${personId}`, organisationId: study.organisationId, studyId, personId };
      await consents.put(sampleConsent(key));
      await backgrounds.put(sampleBackground(key));
    }

    async function answersLeft(personId: string, studyId: string): Promise<number> {
      const { consents, backgrounds } = bench.context.storage;
      const key = [study.organisationId, studyId, personId] as const;
      const found = await Promise.all([consents.find(...key), backgrounds.find(...key)]);
      return found.filter((one) => one !== undefined).length;
    }

    it('erases nothing of a study that promises nothing', async () => {
      await add('old', 1, now - 800 * dayMs);
      await add('playing', 1, now - 800 * dayMs);
      await add('playing', 2, now - 10 * dayMs);
      await add('both', 1, now - 800 * dayMs);
      await add('both', 2, now - 800 * dayMs, 'another study');
      await add('new', 1, now - 10 * dayMs);
      for (const personId of ['playing', 'both']) await answer(personId, study.id);
      await answer('both', 'another study');
      expect(await listRetention(bench.context)).toMatchObject([{ keptMonths: null, dueAttempts: 0 }]);
      await purgeOld(bench.context);
      expect(await left()).toHaveLength(10);
    });

    it('shows what is due and changes nothing', async () => {
      await changeTexts(bench.context, study, sampleFacts);
      expect(await listRetention(bench.context)).toMatchObject([
        { keptMonths: 24, dueAttempts: 2, duePersons: 2 },
      ]);
      expect(await left()).toHaveLength(10);
    });

    it('is applied by the worker: whom nothing is left of is erased, and who still plays keeps everything', async () => {
      await bench.work();
      const stays = ['both', 'both/2', 'new', 'new/1', 'playing', 'playing/1', 'playing/2'];
      expect(await left()).toEqual(stays);
      expect(await answersLeft('both', study.id)).toBe(0);
      expect(await answersLeft('both', 'another study')).toBe(2);
      expect(await answersLeft('playing', study.id)).toBe(2);
      const rows = await bench.context.storage.audit.list(study.organisationId, { limit: 1_000 });
      const actions = rows.map(({ action, actor }) => `${actor} ${action}`);
      expect(actions).toEqual(expect.arrayContaining(['worker person.erased', 'worker attempts.erased']));
      expect(await listRetention(bench.context)).toMatchObject([{ dueAttempts: 0, duePersons: 0 }]);
    });

    it('forgets audit rows after 60 months, and says so in the record', async () => {
      const { storage } = bench.context;
      const { organisationId } = study;
      const row = {
        organisationId,
        actor: 'worker',
        action: 'sheet.opened',
        subject: 'person:x',
        details: {},
      };
      await storage.audit.append({ ...row, id: 'long ago', at: now - 1900 * dayMs });
      await storage.audit.append({ ...row, id: 'lately', at: now - 1700 * dayMs });
      const [due] = await listOldAudit(bench.context);
      expect(due).toEqual({
        organisationId,
        keptMonths: 60,
        before: Date.parse('2021-11-24T15:00:00Z'),
        dueRows: 1,
      });
      bench.wait(dayMs);
      await bench.work();
      const rows = await storage.audit.list(organisationId, { limit: 1_000 });
      expect(rows.map(({ id }) => id)).not.toContain('long ago');
      expect(rows.map(({ id }) => id)).toContain('lately');
      expect(rows).toContainEqual(
        expect.objectContaining({
          actor: 'worker',
          action: 'audit.purged',
          details: { before: Date.parse('2021-11-25T15:00:00Z'), rows: 1 },
        }),
      );
      expect((await listOldAudit(bench.context))[0]?.dueRows).toBe(0);
    });

    it('is applied once a day by one worker', async () => {
      const other = await bench.openOther();
      await add('late', 1, now - 800 * dayMs);
      bench.wait(2 * 3_600_000);
      await bench.work();
      await other.worker.runOnce();
      expect(await left()).toContain('late');
      bench.wait(dayMs);
      await other.worker.runOnce();
      expect(await left()).not.toContain('late');
      await other.close();
    });
  });
}

retentionOver('SQLite', nameFile);
if (absence === undefined) retentionOver('MongoDB', nameDatabase);
else
  it('over MongoDB is not run', (context) => {
    context.skip(absence);
  });
