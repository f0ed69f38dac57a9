import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGrades } from '../../../lti/services/grades.ts';
import { createGuardedFetch } from '../../../lti/net/guarded-fetch.ts';
import { createGradeTask } from '../../../server/delivery/send-grades.ts';
import type { WorkerTask } from '../../../server/delivery/worker.ts';
import type { GradeRow } from '../../../server/storage/ports/grades.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.start();
});
afterEach(() => bench.close());

const hourMs = 3_600_000;
/** No lease of a grade lasts longer. */
const leaseMs = 60_000;

/** What the gradebook shows for a person in the first activity. */
function shown(userId: number): { points: number | null; comment: string } | undefined {
  const row = bench.lms.gradebook().find((entry) => entry.userId === userId && entry.itemId === 2);
  return row === undefined ? undefined : { points: row.points, comment: row.comment };
}

async function requestGrade(userId: number, score: number): Promise<() => Promise<GradeRow | undefined>> {
  const { organisationId, id } = await bench.addAttempt({ grade: { userId, score } });
  return () => bench.context.storage.grades.findByAttempt(organisationId, id);
}

/** Another worker; `happens` runs while it looks up the person of the grade. */
function createSlowTask(happens: () => Promise<void>): WorkerTask {
  const { storage, provider, log } = bench.context;
  const clock = (): number => bench.now;
  const services = {
    clock,
    accessTokens: provider.accessTokens,
    guardedFetch: createGuardedFetch({ allowInsecureLoopback: true }),
  };
  return createGradeTask({
    clock,
    log,
    randomId: randomUUID,
    chance: () => 0.5,
    grades: storage.grades,
    attempts: storage.attempts,
    platforms: storage.platforms,
    resourceLinks: storage.resourceLinks,
    client: createGrades(services),
    persons: {
      async find(organisationId, personId) {
        await happens();
        return storage.persons.find(organisationId, personId);
      },
    },
    dimensionLineItems: { find: () => Promise.reject(new Error('not asked')), forget: () => undefined },
    findLinkLineItem: ({ lineItemUrl }) => Promise.resolve({ kind: 'there', url: lineItemUrl }),
    showCountingGrade: () => Promise.reject(new Error('not asked')),
    withdrawIfStaff: () => Promise.reject(new Error('not asked')),
  });
}

describe('a grade being sent', () => {
  it('arrives in the gradebook with its comment', async () => {
    const row = await requestGrade(4, 72);
    await bench.work();
    expect(shown(4)).toEqual({ points: 72, comment: 'Essai noté 72.' });
    expect(await row()).toMatchObject({ state: 'sent', lastError: '' });
  });

  it.each([500, 503, 429])('is sent again after a %i, and arrives', async (status) => {
    await bench.lms.control({ command: 'failNext', count: 1, status, service: 'scores' });
    const row = await requestGrade(5, 64);
    await bench.work();
    expect(await row()).toMatchObject({ state: 'pending', tries: 1 });
    bench.wait(hourMs);
    await bench.work();
    expect(shown(5)?.points).toBe(64);
    expect((await row())?.state).toBe('sent');
  });

  it('is sent again if the response was lost, and the gradebook shows it', async () => {
    await bench.lms.control({ command: 'cutAfterScore', count: 1 });
    const row = await requestGrade(6, 81);
    await bench.work();
    expect(shown(6)?.points).toBe(81);
    expect((await row())?.state).toBe('pending');
    bench.wait(hourMs);
    await bench.work();
    expect((await row())?.state).toBe('sent');
    expect(shown(6)?.points).toBe(81);
  });

  it('is sent at least a second after the one before, and then replaces it', async () => {
    await requestGrade(7, 40);
    await bench.work();
    const row = await requestGrade(7, 90);
    await bench.work();
    expect(await row()).toMatchObject({ state: 'pending', tries: 0, lastError: '' });
    bench.wait(1_001);
    await bench.work();
    expect(shown(7)).toEqual({ points: 90, comment: 'Essai noté 90.' });
    expect(await row()).toMatchObject({ state: 'sent', tries: 1 });
  });

  it('is not sent by a delayed worker once another has the newer one', async () => {
    await requestGrade(8, 40);
    const slow = createSlowTask(async () => {
      await requestGrade(8, 90);
      bench.wait(leaseMs);
      await bench.work();
      bench.wait(2_000);
    });
    await slow.run(new AbortController().signal);
    expect(shown(8)).toEqual({ points: 90, comment: 'Essai noté 90.' });
  });

  it('waits a minute at most if the worker that took it was killed', async () => {
    const row = await requestGrade(5, 77);
    let take: () => void = () => undefined;
    const taken = new Promise<void>((resolve) => (take = resolve));
    const killed = createSlowTask(() => {
      take();
      return new Promise(() => undefined);
    });
    void killed.run(new AbortController().signal);
    await taken;
    await bench.work();
    expect(await row()).toMatchObject({ state: 'pending', tries: 0 });
    bench.wait(leaseMs);
    await bench.work();
    expect(await row()).toMatchObject({ state: 'sent', tries: 1 });
    expect(shown(5)?.points).toBe(77);
  });

  it('is not sent by a worker that is told to stop first, and is free for another at once', async () => {
    const row = await requestGrade(7, 60);
    const stopping = new AbortController();
    const stopped = createSlowTask(() => {
      stopping.abort();
      return Promise.resolve();
    });
    await stopped.run(stopping.signal);
    expect(shown(7)?.points ?? null).toBeNull();
    expect(await row()).toMatchObject({ state: 'pending', tries: 0, lastPostAt: null, takenAttemptId: null });
    await bench.work();
    expect(shown(7)?.points).toBe(60);
    expect(await row()).toMatchObject({ state: 'sent', tries: 1 });
  });

  it('fails for good with a reason if the platform refuses the person', async () => {
    const row = await requestGrade(999, 50);
    for (let tries = 0; tries < 3; tries += 1) {
      await bench.work();
      bench.wait(hourMs);
    }
    expect(await row()).toMatchObject({ state: 'failed', tries: 3 });
    expect((await row())?.lastError).toBe('grade.person-refused');
  });

  it('is tried once if a teacher deleted the activity', async () => {
    const row = await requestGrade(6, 50);
    await bench.lms.control({ command: 'deleteActivity', cmid: 2 });
    await bench.work();
    expect(await row()).toMatchObject({ state: 'failed', tries: 1, lastError: 'grade.item-gone' });
    bench.wait(24 * hourMs);
    await bench.work();
    expect((await row())?.tries).toBe(1);
  });

  it('waits and reports it if the platform’s own key cannot be decrypted', async () => {
    const rows = bench.context.storage.ltiRows;
    const [key] = await rows.find('privatekey', {}, bench.now);
    if (key === undefined) throw new Error('no key');
    await rows.replace(key.index, { ...key, value: 'sealed-with-another-secret' });
    const row = await requestGrade(4, 70);
    await bench.work();
    expect(await row()).toMatchObject({ state: 'pending', tries: 1 });
    await rows.replace(key.index, key);
    bench.wait(hourMs);
    await bench.work();
    expect(shown(4)?.points).toBe(70);
  });

  it('is sent even if the platform revokes access tokens', async () => {
    await requestGrade(8, 55);
    await bench.work();
    await bench.lms.control({ command: 'revokeTokens' });
    bench.wait(5_000);
    await requestGrade(8, 66);
    await bench.work();
    expect(shown(8)?.points).toBe(66);
  });
});
