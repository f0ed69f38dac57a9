/** The producer of an attempt's statements, from the attempt's row and its study's key. */
import { createProducer, pseudonymOf, type StatementProducer } from '../../xapi/statements.ts';
import type { Secrets } from '../base/secrets.ts';
import { createPseudonyms } from '../records/pseudonyms.ts';
import type { Attempt } from '../storage/ports/attempts.ts';

/**
 * @param studyKey sealed key of the attempt's study
 * @param build build of the tool
 * @throws AppError secret.unreadable
 */
export function createStatementProducer(
  secrets: Pick<Secrets, 'unwrapKey' | 'keyedHash'>,
  attempt: Attempt,
  studyKey: string,
  build: string,
): StatementProducer {
  const pseudonymIn = createPseudonyms(secrets, { id: attempt.studyId, sealedKey: studyKey });
  return createProducer({
    attemptId: attempt.id,
    attemptNumber: attempt.number,
    startedAt: attempt.createdAt,
    form: attempt.form,
    bankVersion: attempt.bankVersion,
    actor: pseudonymOf(attempt.studyId, pseudonymIn(attempt.personId)),
    courseId: pseudonymIn(attempt.resourceLinkId),
    build,
  });
}
