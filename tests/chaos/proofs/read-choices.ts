/** What the seventh proof looks at. */
import { ensureDefaults } from '../../../server/organisations/defaults.ts';
import type { AttemptWithProgress } from '../../../server/storage/ports/attempts.ts';
import { findBackground } from '../../../server/studies/background.ts';
import { hasAgreed, listAnswers } from '../../../server/studies/consent.ts';
import type { Asking } from '../research.ts';
import type { Choice, ChoiceFacts } from './check-choices.ts';
import type { HeldStatement } from './check-erasures.ts';

/** @param attempts every attempt of the study */
export async function readChoices(
  { operator, research }: Asking,
  attempts: readonly AttemptWithProgress[],
): Promise<ChoiceFacts> {
  const { study } = await ensureDefaults(operator);
  const choices = new Map<string, Choice>();
  const backgrounds = { agreed: 0, withdrawn: 0, erased: 0, 'never-asked': 0 };
  for (const personId of new Set(attempts.map(({ attempt }) => attempt.personId))) {
    const participant = { organisationId: study.organisationId, studyId: study.id, personId };
    const answers = await listAnswers(operator, participant);
    const choice = answers.length === 0 ? 'never-asked' : hasAgreed(answers) ? 'agreed' : 'withdrawn';
    choices.set(personId, choice);
    if ((await findBackground(operator, participant)) !== undefined) backgrounds[choice] += 1;
  }
  return {
    attempts: attempts.map(({ attempt: { id, personId }, progress }) => ({
      id,
      choice: choices.get(personId) ?? 'never-asked',
      gate: progress.research,
    })),
    held: research.statements() as unknown as readonly HeldStatement[],
    backgrounds,
  };
}
