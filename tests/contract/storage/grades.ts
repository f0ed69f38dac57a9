/** Grades: the newest request per person and line item is live, leased by one, settled by its holder alone. */
import { describe, expect, it } from 'vitest';
import type { GradeIntent, GradeRow } from '../../../server/storage/ports/grades.ts';
import type { Subject } from '../storage.contract.ts';
import { asGradeRow, createAttempt, sampleAppend, sampleAttempt, sampleGrade } from './sample-attempts.ts';
import { org } from './sample-rows.ts';

const sent = {
  state: 'sent',
  nextAt: 0,
  sentAt: 5,
  lastError: '',
  lastPostAt: 5,
  takenAttemptId: 'attempt-1',
  shownScore: null,
} as const;

export function gradesContract(current: () => Subject): void {
  const requestGrade = async (number: number, change: Partial<GradeIntent> = {}): Promise<GradeIntent> => {
    const id = `attempt-${number}`;
    const personId = change.personId ?? 'person-1';
    const gradeIntent = sampleGrade(sampleAttempt({ id, personId }), { createdAt: number, ...change });
    await createAttempt(current().storage, { id, number, personId }, 1, { gradeIntents: [gradeIntent] });
    await current().storage.grades.collect(10);
    return gradeIntent;
  };
  const lease = (holder: string, now: number, until = now + 100, minGapMs = 0): Promise<GradeRow[]> =>
    current().storage.grades.lease({ holder, now, until, limit: 10, minGapMs });

  describe('grades', () => {
    it('leases a request once, counts tries and waits until the next try is due', async () => {
      const { grades } = current().storage;
      const intent = await requestGrade(1);
      const fresh = {
        ...asGradeRow(intent),
        state: 'pending',
        tries: 0,
        sentAt: null,
        lastError: '',
        sameError: 0,
        pendingSince: 1,
        lastPostAt: null,
        takenAttemptId: null,
        shownScore: null,
      };
      expect(await lease('one', 10)).toEqual([fresh]);
      expect(await lease('two', 10)).toEqual([]);
      const later = {
        state: 'pending',
        nextAt: 500,
        sentAt: null,
        lastError: 'grade.refused',
        lastPostAt: 10,
        takenAttemptId: null,
        shownScore: null,
      } as const;
      await grades.settle(org, intent.id, 'one', later);
      expect(await lease('one', 499)).toEqual([]);
      expect(await lease('one', 500)).toEqual([{ ...fresh, ...later, tries: 1, sameError: 1 }]);
      await grades.settle(org, intent.id, 'one', sent);
      expect(await grades.findByAttempt(org, 'attempt-1')).toEqual({ ...fresh, ...sent, tries: 2 });
      expect(await lease('one', 9_999)).toEqual([]);
    });

    it('leases a request to only one of several workers', async () => {
      const { storage, other } = current();
      for (let number = 1; number <= 10; number += 1)
        await requestGrade(number, { personId: `person-${number}` });
      const leased = await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          (index % 2 ? storage : other).grades.lease({
            holder: `w${index}`,
            now: 10,
            until: 20,
            limit: 3,
            minGapMs: 0,
          }),
        ),
      );
      const ids = leased.flat().map(({ id }) => id);
      expect(ids).toHaveLength(10);
      expect(new Set(ids).size).toBe(10);
    });

    it('releases a crashed worker’s lease when it expires, then ignores that worker', async () => {
      const { grades } = current().storage;
      const intent = await requestGrade(1);
      await lease('one', 10, 20);
      expect(await lease('two', 19)).toEqual([]);
      // Whoever died may have posted before.
      expect(await lease('two', 20)).toMatchObject([{ id: intent.id, takenAttemptId: 'attempt-1' }]);
      await grades.settle(org, intent.id, 'one', sent);
      expect(await grades.findByAttempt(org, 'attempt-1')).toMatchObject({ state: 'pending', tries: 0 });
    });

    it('lets another worker lease a released request at once, and changes nothing else', async () => {
      const { grades } = current().storage;
      const intent = await requestGrade(1);
      const [leased] = await lease('one', 10, 1_000);
      await grades.release(org, intent.id, 'two');
      expect(await lease('two', 11)).toEqual([]);
      await grades.release(org, intent.id, 'one');
      expect(await grades.find(org, intent.id)).toEqual(leased);
      // Nobody died with it, so nothing may have been posted.
      expect(await lease('two', 11)).toEqual([leased]);
      // Another that dies may have posted, and that is still known after a third gave the grade back.
      const taken = [{ ...leased, takenAttemptId: 'attempt-1' }];
      expect(await lease('three', 111)).toEqual(taken);
      await grades.release(org, intent.id, 'three');
      expect(await lease('four', 112)).toEqual(taken);
    });

    it('lets a newer request be leased when the older one was released unposted', async () => {
      const { grades } = current().storage;
      const first = await requestGrade(1);
      await lease('one', 10, 1_000);
      const second = await requestGrade(2, { score: 95 });
      await grades.release(org, first.id, 'one');
      expect(await lease('two', 11)).toMatchObject([
        { id: second.id, tries: 0, lastPostAt: null, takenAttemptId: null },
      ]);
    });

    it('replaces a sent request with a newer one', async () => {
      const { grades } = current().storage;
      const first = await requestGrade(1);
      await lease('one', 10);
      await grades.settle(org, first.id, 'one', sent);
      const second = await requestGrade(2, { score: 95 });
      expect(await lease('one', 11)).toMatchObject([
        { ...asGradeRow(second), state: 'pending', tries: 0, sentAt: null },
      ]);
      expect(await grades.findByAttempt(org, 'attempt-1')).toBeUndefined();
    });

    it('frees a newer request unchanged when an older one is settled', async () => {
      const { grades } = current().storage;
      const first = await requestGrade(1);
      await lease('one', 10, 1_000);
      await requestGrade(2, { score: 95 });
      expect(await lease('two', 11)).toEqual([]);
      await grades.settle(org, first.id, 'one', sent);
      const row = await grades.findByAttempt(org, 'attempt-2');
      expect(row).toMatchObject({ state: 'pending', tries: 0, sentAt: null, score: 95 });
      // What it learns: when the platform got a post, and whose score that was.
      expect(row).toMatchObject({ lastPostAt: 5, takenAttemptId: 'attempt-1' });
      expect(await lease('two', 12)).toHaveLength(1);
    });

    it('keeps what the gradebook showed until the grade is sent again or replaced', async () => {
      const { grades } = current().storage;
      const shown = async (id: string): Promise<unknown> => (await grades.find(org, id))?.shownScore;
      const first = await requestGrade(1);
      await lease('one', 10);
      await grades.settle(org, first.id, 'one', { ...sent, shownScore: 92 });
      expect(await shown(first.id)).toBe(92);
      await grades.resend(org, first.id, 20);
      expect(await shown(first.id)).toBeNull();
      await lease('one', 30);
      await grades.settle(org, first.id, 'one', { ...sent, shownScore: 0 });
      expect(await shown(first.id)).toBe(0);
      const second = await requestGrade(2, { score: 95 });
      expect(await shown(second.id)).toBeNull();
    });

    it('counts the same error in a row, and starts over with another', async () => {
      const { grades } = current().storage;
      const intent = await requestGrade(1);
      const counts = [];
      for (const lastError of ['grade.busy', 'grade.busy', 'grade.conflict', 'grade.busy']) {
        await lease('one', 10);
        await grades.settle(org, intent.id, 'one', { ...sent, state: 'pending', sentAt: null, lastError });
        counts.push((await grades.find(org, intent.id))?.sameError);
      }
      expect(counts).toEqual([1, 2, 1, 1]);
    });

    it('holds a newer request back until the last post for its person and item is old enough', async () => {
      const { grades } = current().storage;
      const first = await requestGrade(1);
      await lease('one', 10);
      await grades.settle(org, first.id, 'one', { ...sent, sentAt: 4_500, lastPostAt: 4_500 });
      await requestGrade(2, { score: 95 });
      expect(await lease('one', 5_500, 6_000, 1_000)).toEqual([]);
      // A last post in the future only says that the clock was set back.
      expect(await lease('two', 4_000, 4_001, 1_000)).toHaveLength(1);
      expect(await lease('one', 5_501, 6_000, 1_000)).toMatchObject([{ attemptId: 'attempt-2' }]);
    });

    it('finds a row by its id, within its organisation', async () => {
      const { grades } = current().storage;
      const intent = await requestGrade(1);
      expect(await grades.find(org, intent.id)).toMatchObject({ ...asGradeRow(intent), state: 'pending' });
      expect(await grades.find('organisation-b', intent.id)).toBeUndefined();
    });

    it('ignores an older request that arrives late', async () => {
      const { grades } = current().storage;
      await requestGrade(2, { createdAt: 200 });
      await requestGrade(1, { createdAt: 100, score: 10 });
      expect(await lease('one', 300)).toMatchObject([{ attemptId: 'attempt-2', score: 80 }]);
      expect(await grades.findByAttempt(org, 'attempt-1')).toBeUndefined();
    });

    it('resends sent or failed requests with no tries, and none twice', async () => {
      const { grades } = current().storage;
      const intent = await requestGrade(1);
      expect(await grades.resend(org, intent.id, 50)).toBe(false);
      await lease('one', 10);
      await grades.settle(org, intent.id, 'one', { ...sent, state: 'failed', sentAt: null, lastError: 'x' });
      expect(await grades.count(org)).toEqual({ pending: 0, sent: 0, failed: 1, withdrawn: 0 });
      expect(await grades.resend('organisation-b', intent.id, 50)).toBe(false);
      expect(await grades.resend(org, intent.id, 50)).toBe(true);
      const again = { state: 'pending', tries: 0, nextAt: 0, lastError: '', pendingSince: 50, lastPostAt: 5 };
      expect(await lease('one', 60)).toMatchObject([again]);
    });

    it('withdraws a grade with its attempt, and restores it on request', async () => {
      const { grades } = current().storage;
      const intent = await requestGrade(1);
      await lease('one', 10);
      await grades.settle(org, intent.id, 'one', { ...sent, state: 'withdrawn', sentAt: null });
      expect(await grades.count(org)).toMatchObject({ pending: 0, withdrawn: 1 });
      expect(await lease('one', 20_000)).toEqual([]);
      expect(await grades.restore('organisation-b', intent.attemptId, 50)).toBe(0);
      expect(await grades.restore(org, intent.attemptId, 50)).toBe(1);
      expect(await grades.restore(org, intent.attemptId, 50)).toBe(0);
      expect(await lease('one', 20_001)).toMatchObject([{ id: intent.id, tries: 0, pendingSince: 50 }]);
    });

    it('resends a request that waits after a refusal at once, but not while it is being posted', async () => {
      const { grades } = current().storage;
      const intent = await requestGrade(1);
      await lease('one', 10);
      const waits = { ...sent, state: 'pending', sentAt: null, lastError: 'x', nextAt: 9_000_000 } as const;
      await grades.settle(org, intent.id, 'one', waits);
      expect(await lease('one', 20_000)).toEqual([]);
      expect(await grades.resend(org, intent.id, 20_000)).toBe(true);
      expect(await grades.resend(org, intent.id, 20_001)).toBe(false);
      expect(await lease('one', 20_002)).toMatchObject([{ tries: 0, lastError: '', pendingSince: 20_000 }]);
      await grades.settle(org, intent.id, 'one', { ...waits, nextAt: 20_003 });
      await lease('one', 40_000);
      expect(await grades.resend(org, intent.id, 40_001)).toBe(false);
    });

    describe('of an attempt that goes on', () => {
      /** The attempt requests a grade again. */
      const requestAgain = async (head: number, change: Partial<GradeIntent> = {}): Promise<void> => {
        const attempt = sampleAttempt();
        const gradeIntent = sampleGrade(attempt, { id: `grade-intent-${head}`, createdAt: head, ...change });
        const batch = sampleAppend(attempt, head, 1, { gradeIntents: [gradeIntent] });
        expect(await current().storage.attempts.append(batch)).toBe(true);
        await current().storage.grades.collect(10);
      };

      it('waits until it is due, or earlier if the same request comes again with an earlier time', async () => {
        const { grades } = current().storage;
        const first = await requestGrade(1, { dueAt: 1_000 });
        expect(await lease('one', 999)).toEqual([]);
        await requestAgain(1, { dueAt: 2_000 });
        await requestAgain(2, { dueAt: 500 });
        expect(await lease('one', 499)).toEqual([]);
        expect(await lease('one', 500)).toMatchObject([{ id: first.id, tries: 0 }]);
        await grades.settle(org, first.id, 'one', sent);
        expect(await lease('one', 5_000)).toEqual([]);
      });

      it('is sent again only if score or comment differs from what was sent', async () => {
        const { grades } = current().storage;
        const first = await requestGrade(1);
        await lease('one', 10);
        await grades.settle(org, first.id, 'one', sent);
        await requestAgain(1);
        expect(await lease('one', 20)).toEqual([]);
        expect(await grades.findByAttempt(org, 'attempt-1')).toMatchObject({ id: first.id, state: 'sent' });
        await requestAgain(2, { comment: 'Bravo. Trois messages lus.' });
        expect(await lease('one', 30)).toMatchObject([{ id: 'grade-intent-2', takenAttemptId: 'attempt-1' }]);
      });

      it('is tried again after it failed, and keeps its wait after a refusal', async () => {
        const { grades } = current().storage;
        const first = await requestGrade(1);
        const refused = { ...sent, sentAt: null, lastError: 'grade.refused', takenAttemptId: null };
        await lease('one', 10);
        await grades.settle(org, first.id, 'one', { ...refused, state: 'pending', nextAt: 600 });
        await requestAgain(1);
        expect(await lease('one', 599)).toEqual([]);
        expect(await lease('one', 600)).toHaveLength(1);
        await grades.settle(org, first.id, 'one', { ...refused, state: 'failed' });
        await requestAgain(2);
        expect(await lease('one', 700)).toMatchObject([{ id: 'grade-intent-2', tries: 0 }]);
      });
    });

    it('applies the same rules to a request outside any batch', async () => {
      const { grades } = current().storage;
      const first = await requestGrade(1);
      await grades.request({ ...first, id: 'grade-intent-2', createdAt: 2, score: 61 });
      await grades.request({ ...first, id: 'grade-intent-3', createdAt: 3, score: 61 });
      await grades.request({ ...first, id: 'grade-intent-0', createdAt: 0, score: 62 });
      expect(await grades.listByAttempt(org, 'attempt-1')).toMatchObject([
        { id: 'grade-intent-2', score: 61 },
      ]);
    });

    it('lists the columns of one attempt', async () => {
      const { grades } = current().storage;
      const own = await requestGrade(1);
      await grades.request({
        ...own,
        id: 'of COM',
        lineItemUrl: 'https://lms.example/items#a/COM',
        dimension: 'COM',
      });
      await requestGrade(2, { personId: 'person-2' });
      const ids = async (as: string): Promise<string[]> =>
        (await grades.listByAttempt(as, 'attempt-1')).map(({ id }) => id).sort();
      expect(await ids(org)).toEqual([own.id, 'of COM'].sort());
      expect(await ids('organisation-b')).toEqual([]);
    });

    it('lists rows of an activity, and of an organisation by state, in pages', async () => {
      const { grades } = current().storage;
      for (let number = 1; number <= 3; number += 1)
        await requestGrade(number, { personId: `person-${number}` });
      await requestGrade(4, { personId: 'person-4', resourceLinkId: 'link-2' });
      const first = await grades.listByResourceLink(org, 'link-1', { limit: 2 });
      const after = first.at(-1)?.id ?? '';
      const rest = await grades.listByResourceLink(org, 'link-1', { limit: 2, after });
      expect([...first, ...rest].map(({ createdAt }) => createdAt)).toEqual([1, 2, 3]);
      expect(await grades.list(org, { states: ['sent', 'failed'], limit: 9 })).toEqual([]);
      expect(await grades.list(org, { states: ['pending'], limit: 9, after })).toHaveLength(2);
      expect(await grades.list('organisation-b', { states: ['pending'], limit: 9 })).toEqual([]);
    });

    it('stores one request per line item and person', async () => {
      await requestGrade(1);
      await requestGrade(2, { lineItemUrl: 'https://lms.example/items/2' });
      await requestGrade(3, { personId: 'person-3' });
      expect(await lease('one', 10)).toHaveLength(3);
    });
  });
}
