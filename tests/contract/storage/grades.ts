/** Delivery of grades: a request is leased by one worker and settled by its holder alone. */
import { describe, expect, it } from 'vitest';
import type { Subject } from '../storage.contract.ts';
import { gradeSteps, sent } from './grade-steps.ts';
import { asGradeRow } from './sample-attempts.ts';
import { org } from './sample-rows.ts';

export function gradesContract(current: () => Subject): void {
  const { requestGrade, lease } = gradeSteps(current);

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
  });
}
