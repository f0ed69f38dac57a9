/**
 * The makers of statements of attempts at work. What an attempt's statements share (who acted, where, in which build) is made
 * from its row and its study's key: kept, it is made once and not for each batch of actions. Everything follows from what the
 * caller shows, so that a process that has nothing kept makes the same statements.
 */
import { LRUCache } from 'lru-cache';
import type { AttemptContext } from '../../xapi/statement-frame.ts';
import { createProducer, pseudonymOf, type StatementProducer } from '../../xapi/statements.ts';
import { createPseudonyms } from '../records/pseudonyms.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Attempt } from '../storage/ports/attempts.ts';

/** An attempt that nobody tries out: it is in research data. */
interface Told {
  readonly attempt: Attempt;
  /** Sealed key of the attempt's study. */
  readonly studyKey: string;
  /** Build of the tool. */
  readonly build: string;
}

export interface Producers {
  of(told: Told): StatementProducer;
}

/** Each holds a stretch of text, of a kilobyte or two, for each scene that was played: twenty megabytes at most. */
const maxKept = 300;

/** Producers for one process; those used longest ago go first. */
export function createProducers(secrets: Pick<Secrets, 'unwrapKey' | 'keyedHash'>): Producers {
  const kept = new LRUCache<string, { readonly studyKey: string; readonly producer: StatementProducer }>({
    max: maxKept,
  });
  return {
    of(told) {
      const { attempt, studyKey } = told;
      const known = kept.get(attempt.id);
      // Whoever shows another key gets what that key gives, as if nothing were kept.
      if (known?.studyKey === studyKey) return known.producer;
      const producer = createProducer(contextOf(secrets, told));
      kept.set(attempt.id, { studyKey, producer });
      return producer;
    },
  };
}

function contextOf(
  secrets: Pick<Secrets, 'unwrapKey' | 'keyedHash'>,
  { attempt, studyKey, build }: Told,
): AttemptContext {
  const pseudonymIn = createPseudonyms(secrets, { id: attempt.studyId, sealedKey: studyKey });
  return {
    attemptId: attempt.id,
    attemptNumber: attempt.number,
    startedAt: attempt.createdAt,
    form: attempt.form,
    bankVersion: attempt.bankVersion,
    actor: pseudonymOf(attempt.studyId, pseudonymIn(attempt.personId)),
    courseId: pseudonymIn(attempt.resourceLinkId),
    build,
  };
}
