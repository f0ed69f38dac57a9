/** Proof (e): no attempt is stuck, nothing waits to be delivered, nothing is held by a process that is gone. */
import type { AttemptProgress } from '../../../server/storage/ports/attempts.ts';
import type { Outbox } from '../heal.ts';
import type { Breach } from './breach.ts';

export interface Ending {
  readonly attemptId: string;
  readonly status: AttemptProgress['status'];
  /** Whether its learner saw it end; null if no learner knows of it. */
  readonly isSeen: boolean | null;
}

/**
 * @param leased rows that another worker could still lease: neither leased nor done
 * @param ownEnds processes that ended without being stopped
 */
export function checkEndings(
  endings: readonly Ending[],
  { pending, dead, grades }: Outbox,
  leased: number,
  ownEnds: readonly string[],
): Breach[] {
  const breach = (count: number, what: string): Breach[] =>
    count === 0 ? [] : [{ about: 'outbox', what: `${count} ${what}` }];
  return [
    ...endings.flatMap(({ attemptId: about, status, isSeen }): Breach[] => {
      if (isSeen === null) return [{ about, what: 'no learner knows this attempt' }];
      if (status !== 'finished') return [{ about, what: `could not be brought to its end: ${status}` }];
      return isSeen ? [] : [{ about, what: 'ended, and its learner never heard of it' }];
    }),
    ...breach(pending, 'statements never arrived'),
    ...breach(dead, 'statements were given up'),
    ...breach(grades.pending, 'grades never arrived'),
    ...breach(grades.failed, 'grades failed'),
    ...breach(grades.withdrawn, 'grades were withdrawn'),
    ...breach(leased, 'leases are left over'),
    ...ownEnds.map((about) => ({ about, what: 'ended by itself' })),
  ];
}
