/** A row of `erasures` that no longer parses holds back nothing but itself, on both databases. */
import Database from 'better-sqlite3';
import { Mongoose } from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listedHash } from '../../server/base/listed-hash.ts';
import { createPurgeTask } from '../../server/delivery/purge-daily.ts';
import { applyErasedList } from '../../server/erasure/apply-erased.ts';
import { sweepErasures } from '../../server/erasure/sweep-erasures.ts';
import { changeTexts } from '../../server/organisations/manage-studies.ts';
import type { Study } from '../../server/storage/ports/organisations.ts';
import { openUpkeep } from '../../server/upkeep/open-upkeep.ts';
import { DeliveryBench } from '../support/delivery-bench.ts';
import { findFirstStudy } from '../support/first-study.ts';
import { useBothDatabases } from './both-databases.ts';
import { createAttempt, sampleProgress } from './storage/sample-attempts.ts';
import { samplePerson } from './storage/sample-rows.ts';
import { sampleFacts } from './storage/study-texts.ts';

const { absence, nameFile, nameDatabase } = useBothDatabases();
const dayMs = 86_400_000;
const settledMs = 120_000;
const now = Date.parse('2026-11-24T15:00:00Z');

type Damage = (url: string, ids: readonly string[]) => Promise<void>;

const damageFile: Damage = (url, ids) => {
  const database = new Database(url.slice('sqlite:'.length));
  for (const id of ids) database.prepare(`UPDATE erasures SET subject = '{"pers' WHERE id = ?`).run(id);
  database.close();
  return Promise.resolve();
};

const damageDocuments: Damage = async (url, ids) => {
  const connection = await new Mongoose().createConnection().openUri(url);
  for (const id of ids)
    await connection.collection('erasures').updateOne({ id }, { $set: { subject: { personId: 7 } } });
  await connection.close();
};

function damagedOver(name: string, nameUrl: () => string, damage: Damage): void {
  describe(`damaged rows of erasures over ${name}`, () => {
    let bench: DeliveryBench;
    let study: Study;
    let url: string;
    let logged: (readonly [message: string, erasure: unknown])[];
    beforeEach(async () => {
      url = nameUrl();
      bench = await DeliveryBench.start(now, { DATABASE_URL: url });
      study = await findFirstStudy(bench.context.storage);
      logged = [];
      await changeTexts(bench.context, study, sampleFacts);
    });
    afterEach(() => bench.close());

    const context = () => {
      const note = (details: object, message: string): void =>
        void logged.push([message, 'erasure' in details ? details.erasure : undefined]);
      return { ...bench.context, log: { info: () => undefined, warn: note, error: note } };
    };

    /** Somebody whose attempt is older than the study's period. */
    async function add(personId: string): Promise<void> {
      const { organisationId, id: studyId } = study;
      const { storage } = bench.context;
      await storage.persons.ensure(samplePerson({ id: personId, subject: personId, organisationId }));
      const lastAt = now - 800 * dayMs;
      const progress = sampleProgress(1, { lastAt, status: 'finished', endedAt: lastAt });
      const attempt = { id: `${personId}/1`, organisationId, personId, studyId };
      await createAttempt(storage, attempt, 1, { progress });
    }

    async function order(id: string, personId: string, sweepAt: number): Promise<void> {
      const attempts = [{ id: `${personId}/1`, studyId: study.id }];
      const { organisationId } = study;
      await bench.context.storage.erasures.put({
        id,
        organisationId,
        kind: 'attempts',
        requestedBy: 'person',
        counts: {},
        at: sweepAt,
        sweepAt,
        subject: { personId, attempts },
      });
    }

    const attemptsOf = (personId: string) =>
      bench.context.storage.erasures.listAttempts(study.organisationId, personId, 9);
    const isThere = async (personId: string): Promise<boolean> =>
      (await bench.context.storage.persons.find(study.organisationId, personId)) !== undefined;

    it('lets the worker carry out the others, however many they are, and logs each once per pass', async () => {
      await add('damaged');
      await add('other');
      const ids = Array.from({ length: 21 }, (_, index) => `damaged-${index}`);
      for (const id of ids) await order(id, 'damaged', now - 2 * dayMs);
      await order('other', 'other', now - dayMs);
      await damage(url, ids);
      const deps = context();
      await sweepErasures(deps);
      const messages = new Set(logged.map(([message]) => message));
      expect([...messages, new Set(logged.map(([, id]) => id)).size, logged.length]).toEqual([
        'erasure.not-read',
        20,
        20,
      ]);
      await sweepErasures(deps);
      expect(await attemptsOf('other')).toEqual([]);
      expect(await attemptsOf('damaged')).toHaveLength(1);
      expect(logged.map(([, id]) => id).sort()).toEqual([...ids].sort());
      // It is told again later, and stays.
      bench.wait(settledMs);
      await sweepErasures(deps);
      await sweepErasures(deps);
      expect(logged).toHaveLength(42);
      const due = await bench.context.storage.erasures.listDue(Number.MAX_SAFE_INTEGER, 99);
      expect([due.orders, [...due.unreadable].sort()]).toEqual([[], [...ids].sort()]);
    });

    it('lets the daily pass erase whoever is due, also whom the row was about', async () => {
      for (const personId of ['damaged', 'other']) await add(personId);
      await order('order', 'damaged', now + dayMs);
      await damage(url, ['order']);
      const deps = context();
      const task = createPurgeTask({ ...deps, rows: deps.storage.ltiRows });
      await task.run(new AbortController().signal);
      expect([await isThere('damaged'), await isThere('other')]).toEqual([false, false]);
      expect(logged).toEqual([['erasure.not-read', 'order']]);
    });

    it('lets a start erase again whom the list names', async () => {
      await add('back');
      await order('order', 'somebody', now);
      await damage(url, ['order']);
      await bench.context.storage.erasedList.add([listedHash(study.organisationId, 'back')]);
      expect(await applyErasedList(context())).toBe(1);
      expect(await isThere('back')).toBe(false);
      expect(logged).toEqual([['erasure.not-read', 'order']]);
    });

    it('is what doctor finds', async () => {
      await order('order', 'somebody', now);
      await damage(url, ['order']);
      const upkeep = await openUpkeep(url);
      try {
        expect(await upkeep.checkIntegrity()).toEqual(['erasures']);
      } finally {
        await upkeep.close();
      }
    });
  });
}

damagedOver('SQLite', nameFile, damageFile);
if (absence === undefined) damagedOver('MongoDB', nameDatabase, damageDocuments);
else
  it('over MongoDB is not run', (context) => {
    context.skip(absence);
  });
