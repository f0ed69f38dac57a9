/** Requests for grades: the newest per person and line item is live. */
import { describe, expect, it } from 'vitest';
import type { GradeIntent } from '../../../server/storage/ports/grades.ts';
import type { Subject } from '../storage.contract.ts';
import { gradeSteps, sent } from './grade-steps.ts';
import { asGradeRow, sampleAppend, sampleAttempt, sampleGrade } from './sample-attempts.ts';
import { org } from './sample-rows.ts';

export function gradeRequestsContract(current: () => Subject): void {
  const { requestGrade, lease } = gradeSteps(current);

  describe('grade requests', () => {
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

    it('redirects a request while it is posted: that post settles nothing, and the next keeps its distance', async () => {
      const { grades } = current().storage;
      const intent = await requestGrade(1);
      await lease('one', 10, 1_000);
      const change = { nextId: 'grade-redirected', now: 20 };
      expect(await grades.redirect('organisation-b', intent.id, change)).toBe(false);
      expect(await grades.redirect(org, intent.id, change)).toBe(true);
      expect(await grades.redirect(org, intent.id, change)).toBe(false);
      expect(await lease('two', 30)).toEqual([]);
      await grades.settle(org, intent.id, 'one', { ...sent, lastPostAt: 25 });
      expect(await lease('two', 30, 100, 10)).toEqual([]);
      const again = { id: 'grade-redirected', score: intent.score, state: 'pending', tries: 0, sentAt: null };
      expect(await lease('two', 36, 100, 10)).toMatchObject([{ ...again, pendingSince: 20, lastPostAt: 25 }]);
    });

    it('redirects what was sent, and what waits after a refusal, at once; what waits for its time waits on', async () => {
      const { grades } = current().storage;
      const intent = await requestGrade(1, { dueAt: 10 });
      expect(await grades.redirect(org, intent.id, { nextId: 'second', now: 5 })).toBe(true);
      expect(await lease('one', 9)).toEqual([]);
      expect(await lease('one', 10)).toMatchObject([{ id: 'second' }]);
      const waits = { ...sent, state: 'pending', sentAt: null, lastError: 'x', nextAt: 9_000_000 } as const;
      await grades.settle(org, 'second', 'one', waits);
      expect(await grades.redirect(org, 'second', { nextId: 'third', now: 20 })).toBe(true);
      expect(await lease('one', 20)).toMatchObject([{ id: 'third', lastError: '' }]);
      await grades.settle(org, 'third', 'one', { ...sent, shownScore: 12 });
      expect(await grades.redirect(org, 'third', { nextId: 'fourth', now: 30 })).toBe(true);
      expect(await lease('one', 30)).toMatchObject([{ id: 'fourth', shownScore: null, sentAt: null }]);
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
