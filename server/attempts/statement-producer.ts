import { createProducer, pseudonymOf, type StatementProducer } from '../../xapi/statements.ts';
import { createVoider, type Voider } from '../../xapi/voiding.ts';
import type { Secrets } from '../base/secrets.ts';
import { createPseudonyms } from '../records/pseudonyms.ts';
import type { Attempt } from '../storage/ports/attempts.ts';

/**
 * @param studyKey the study's sealed key
 * @throws AppError secret.unreadable
 */
export function createStatementProducer(
  secrets: Pick<Secrets, 'unwrapKey' | 'keyedHash'>,
  attempt: Attempt,
  studyKey: string,
  build: string,
): { readonly statementsOf: StatementProducer; readonly voidingOf: Voider } {
  const pseudonymIn = createPseudonyms(secrets, { id: attempt.studyId, sealedKey: studyKey });
  const context = {
    attemptId: attempt.id,
    attemptNumber: attempt.number,
    startedAt: attempt.createdAt,
    form: attempt.form,
    bankVersion: attempt.bankVersion,
    actor: pseudonymOf(attempt.studyId, pseudonymIn(attempt.personId)),
    courseId: pseudonymIn(attempt.resourceLinkId),
    build,
  };
  return { statementsOf: createProducer(context), voidingOf: createVoider(context) };
}
