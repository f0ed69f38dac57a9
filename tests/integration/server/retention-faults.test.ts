/** One person who cannot be erased holds back nobody else, and no other part of the daily pass. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../server/base/errors.ts';
import { createPurgeTask } from '../../../server/delivery/purge-daily.ts';
import { erasePerson } from '../../../server/erasure/erase-person.ts';
import { purgeAudit } from '../../../server/erasure/audit-retention.ts';
import { purgeOld } from '../../../server/erasure/retention.ts';
import { sweepErasures } from '../../../server/erasure/sweep-erasures.ts';
import { changeTexts } from '../../../server/organisations/manage-studies.ts';
import type { Study } from '../../../server/storage/ports/organisations.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import { createAttempt, sampleProgress } from '../../contract/storage/sample-attempts.ts';
import { samplePerson } from '../../contract/storage/sample-rows.ts';
import { sampleFacts } from '../../contract/storage/study-texts.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { findFirstStudy } from '../../support/first-study.ts';

const dayMs = 86_400_000;
const settledMs = 120_000;
const now = Date.parse('2026-11-24T15:00:00Z');

let bench: DeliveryBench;
let study: Study;
let logged: string[];
beforeEach(async () => {
  bench = await DeliveryBench.start(now);
  study = await findFirstStudy(bench.context.storage);
  logged = [];
  await changeTexts(bench.context, study, sampleFacts);
});
afterEach(() => bench.close());

/** Somebody whose attempts are older than the study's period. */
async function add(personId: string, studies: readonly string[] = [study.id]): Promise<void> {
  const { storage } = bench.context;
  const { organisationId } = study;
  await storage.persons.ensure(samplePerson({ id: personId, subject: personId, organisationId }));
  const lastAt = now - 800 * dayMs;
  for (const [index, studyId] of studies.entries()) {
    const number = index + 1;
    const progress = sampleProgress(1, { lastAt, status: 'finished', endedAt: lastAt });
    const attempt = { id: `${personId}/${number}`, organisationId, personId, studyId, number };
    await createAttempt(storage, attempt, 1, { progress });
  }
}

type Deps = Omit<Parameters<typeof createPurgeTask>[0], 'rows'>;

/** The same server, where some calls of the storage fail. */
function withErasures(change: Partial<Storage['erasures']>, rest: Partial<Storage> = {}): Deps {
  const { context } = bench;
  const note = (_details: object, message: string): void => void logged.push(message);
  const log = { info: () => undefined, warn: note, error: note };
  const storage = { ...context.storage, ...rest, erasures: { ...context.storage.erasures, ...change } };
  return { ...context, log, storage };
}

const withUnreadable = (attemptId: string): Deps =>
  withErasures({
    eraseAttempt: (organisationId, id, voidingOf) =>
      id.startsWith(attemptId)
        ? Promise.reject(new AppError('secret.unreadable'))
        : bench.context.storage.erasures.eraseAttempt(organisationId, id, voidingOf),
  });

async function runDay(context: Deps): Promise<void> {
  const task = createPurgeTask({ ...context, rows: context.storage.ltiRows });
  await task.run(new AbortController().signal);
}

const idsLeft = async (): Promise<string[]> =>
  (await bench.context.storage.erasures.listPersons({ limit: 100 })).map(({ id }) => id);
const attemptsOf = (personId: string) =>
  bench.context.storage.erasures.listAttempts(study.organisationId, personId, 100);
const countOrders = async (): Promise<number> =>
  (await bench.context.storage.erasures.listDue(Number.MAX_SAFE_INTEGER, 100)).orders.length;

describe('the daily pass', () => {
  it('erases everybody else if one person cannot be erased, says so once, and counts them', async () => {
    for (const personId of ['p1', 'p2', 'p3']) await add(personId);
    const { failed, studies } = await purgeOld(withUnreadable('p1/'));
    expect(failed).toBe(1);
    expect(studies).toMatchObject([{ duePersons: 3 }]);
    expect(logged).toEqual(['retention.not-erased']);
    expect(await idsLeft()).toEqual([]);
    expect(await attemptsOf('p1')).toHaveLength(1);
    expect([...(await attemptsOf('p2')), ...(await attemptsOf('p3'))]).toEqual([]);
  });

  it('leaves whom it could not erase to the order that it gave, and gives no second one', async () => {
    await add('whole');
    await add('partly', [study.id, 'another study']);
    const context = withErasures({ eraseAttempt: () => Promise.reject(new AppError('secret.unreadable')) });
    await runDay(context);
    bench.wait(dayMs);
    await runDay(context);
    expect(logged).toEqual(['retention.not-erased', 'retention.not-erased']);
    expect(await countOrders()).toBe(2);
    expect(await sweepErasures(bench.context)).toBe(true);
    expect(await attemptsOf('whole')).toEqual([]);
    expect((await attemptsOf('partly')).map(({ id }) => id)).toEqual(['partly/2']);
  });

  it('takes it for no fault that somebody was erased meanwhile', async () => {
    for (const personId of ['p1', 'p2', 'p3']) await add(personId);
    const { context } = bench;
    const { organisationId } = study;
    let isFirst = true;
    const deps = withErasures({
      async erasePerson(organisation, personId) {
        if (isFirst) {
          isFirst = false;
          for (const id of ['p1', 'p2', 'p3'])
            if (id !== personId) await erasePerson(context, { organisationId, personId: id }, 'person', now);
        }
        return context.storage.erasures.erasePerson(organisation, personId);
      },
    });
    expect((await purgeOld(deps)).failed).toBe(0);
    expect(logged).toEqual([]);
    expect(await idsLeft()).toEqual([]);
  });

  it('erases everybody else if the attempts of one person cannot be read, and says so once', async () => {
    for (const personId of ['p1', 'p2', 'p3', 'p4']) await add(personId);
    const { erasures } = bench.context.storage;
    const listAttempts: typeof erasures.listAttempts = (organisationId, personId, limit) =>
      personId === 'p1' || personId === 'p2'
        ? Promise.reject(new AppError('storage.unavailable'))
        : erasures.listAttempts(organisationId, personId, limit);
    const { failed, studies } = await purgeOld(withErasures({ listAttempts }));
    expect(failed).toBe(2);
    expect(studies).toMatchObject([{ duePersons: 2 }]);
    expect(logged).toEqual(['retention.not-read']);
    expect(await idsLeft()).toEqual(['p1', 'p2']);
    expect(await purgeOld(withErasures({}))).toMatchObject({ failed: 0 });
    expect(await idsLeft()).toEqual([]);
  });

  it('erases in the other studies if one cannot be read, and nothing of that one', async () => {
    const { storage } = bench.context;
    const { organisationId } = study;
    await storage.studies.insert({ ...study, id: 'damaged' });
    await add('p1');
    await add('p2', ['damaged']);
    await add('p3', [study.id, 'damaged']);
    const { studyTexts } = storage;
    const findLatest: typeof studyTexts.findLatest = (organisation, studyId) =>
      studyId === 'damaged'
        ? Promise.reject(new AppError('storage.unavailable'))
        : studyTexts.findLatest(organisation, studyId);
    const context = withErasures({}, { studyTexts: { ...studyTexts, findLatest } });
    const { failed, studies } = await purgeOld(context);
    expect([failed, studies.map(({ studyId }) => studyId)]).toEqual([1, [study.id]]);
    expect(logged).toEqual(['retention.not-read']);
    expect(await idsLeft()).toEqual(['p2', 'p3']);
    expect((await storage.erasures.listAttempts(organisationId, 'p3', 9)).map(({ id }) => id)).toEqual([
      'p3/2',
    ]);
  });

  it('shortens the audit log of the other organisations if that of one cannot be', async () => {
    const { storage } = bench.context;
    const { organisationId } = study;
    const at = now - 1900 * dayMs;
    const row = { actor: 'worker', action: 'sheet.opened', subject: 'person:x', details: {}, at };
    await storage.audit.append({ ...row, id: 'old', organisationId });
    const list: Storage['organisations']['list'] = async (page) => [
      { id: 'damaged', name: '', timeZone: 'UTC', createdAt: 0 },
      ...(await storage.organisations.list(page)),
    ];
    const audit: Storage['audit'] = {
      ...storage.audit,
      countBefore: (organisation, before) =>
        organisation === 'damaged'
          ? Promise.reject(new AppError('storage.unavailable'))
          : storage.audit.countBefore(organisation, before),
    };
    const context = withErasures({}, { audit, organisations: { ...storage.organisations, list } });
    const deps = { ...context, auditMonths: 60 };
    expect(await purgeAudit(deps, 'worker')).toMatchObject({ failed: 1, audit: [{ dueRows: 1 }] });
    expect(logged).toEqual(['retention.audit-not-purged']);
    const ids = (await storage.audit.list(organisationId, { limit: 100 })).map(({ id }) => id);
    expect(ids).not.toContain('old');
  });

  it('forgets old audit rows and writes unused space anew, whichever part before fails', async () => {
    const { storage } = bench.context;
    const { organisationId } = study;
    const at = now - 1900 * dayMs;
    const row = { actor: 'worker', action: 'sheet.opened', subject: 'person:x', details: {} };
    await storage.audit.append({ ...row, id: 'old', organisationId, at });
    const writtenAnew: number[] = [];
    const overwriteUnused = (since: number): Promise<void> => {
      writtenAnew.push(since);
      return Promise.resolve();
    };
    const cut = (): Promise<never> => Promise.reject(new AppError('storage.unavailable'));
    await runDay(withErasures({ overwriteUnused }, { studies: { ...storage.studies, list: cut } }));
    const ids = (await storage.audit.list(organisationId, { limit: 100 })).map(({ id }) => id);
    expect(ids).not.toContain('old');
    expect(writtenAnew).toHaveLength(1);
    bench.wait(dayMs);
    await runDay(withErasures({ overwriteUnused }, { audit: { ...storage.audit, countBefore: cut } }));
    expect(writtenAnew).toHaveLength(2);
    expect(logged).toEqual(['retention.not-read', 'retention.audit-not-purged']);
  });
});

describe('orders that cannot be carried out', () => {
  it('hold back no others, however many they are', async () => {
    const { storage } = bench.context;
    const { organisationId } = study;
    const put = async (id: string, personId: string, at: number): Promise<void> => {
      const attempts = [{ id: `${personId}/1`, studyId: study.id }];
      const subject = { personId, attempts };
      const order = { id, organisationId, requestedBy: 'worker', kind: 'attempts', counts: {} } as const;
      await storage.erasures.put({ ...order, at, sweepAt: at, subject });
    };
    await add('stuck');
    await add('other');
    for (let index = 0; index < 30; index += 1) await put(`stuck-${index}`, 'stuck', now - 2 * dayMs);
    await put('other', 'other', now - dayMs);
    const context = withUnreadable('stuck/');
    await sweepErasures(context);
    await sweepErasures(context);
    expect(await attemptsOf('other')).toEqual([]);
    bench.wait(settledMs);
    await sweepErasures(bench.context);
    await sweepErasures(bench.context);
    expect(await attemptsOf('stuck')).toEqual([]);
    expect(await countOrders()).toBe(0);
  });
});
