/** Steps of the contracts about grades. */
import type { GradeIntent, GradeRow } from '../../../server/storage/ports/grades.ts';
import type { Subject } from '../storage.contract.ts';
import { createAttempt, sampleAttempt, sampleGrade } from './sample-attempts.ts';

export const sent = {
  state: 'sent',
  nextAt: 0,
  sentAt: 5,
  lastError: '',
  lastPostAt: 5,
  takenAttemptId: 'attempt-1',
  shownScore: null,
} as const;

interface GradeSteps {
  /** Creates attempt `number`, which requests its grade. */
  readonly requestGrade: (number: number, change?: Partial<GradeIntent>) => Promise<GradeIntent>;
  readonly lease: (holder: string, now: number, until?: number, minGapMs?: number) => Promise<GradeRow[]>;
}

export function gradeSteps(current: () => Subject): GradeSteps {
  return {
    requestGrade: async (number, change = {}) => {
      const id = `attempt-${number}`;
      const personId = change.personId ?? 'person-1';
      const gradeIntent = sampleGrade(sampleAttempt({ id, personId }), { createdAt: number, ...change });
      await createAttempt(current().storage, { id, number, personId }, 1, { gradeIntents: [gradeIntent] });
      await current().storage.grades.collect(10);
      return gradeIntent;
    },
    lease: (holder, now, until = now + 100, minGapMs = 0) =>
      current().storage.grades.lease({ holder, now, until, limit: 10, minGapMs }),
  };
}
