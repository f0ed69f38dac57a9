/** The attempts of a study or an activity, oldest first, page by page: practice is never among them. */
import type { AttemptsPort, AttemptWithProgress } from '../storage/ports/attempts.ts';

/** Whose attempts: those of a study, or of one of the tool's own rows of an activity. */
export type AttemptsOf = { readonly studyId: string } | { readonly resourceLinkId: string };

const attemptsPerPage = 100;

/** @param after goes on behind the attempt of this id */
export async function* listAttempts(
  attempts: Pick<AttemptsPort, 'listByStudy' | 'listByResourceLink'>,
  organisationId: string,
  of: AttemptsOf,
  after?: string,
): AsyncGenerator<AttemptWithProgress, void, undefined> {
  let last = after;
  for (;;) {
    const page = { limit: attemptsPerPage, ...(last === undefined ? {} : { after: last }) };
    const found =
      'studyId' in of
        ? await attempts.listByStudy(organisationId, of.studyId, page)
        : await attempts.listByResourceLink(organisationId, of.resourceLinkId, page);
    yield* found;
    last = found.at(-1)?.attempt.id;
    if (found.length < attemptsPerPage) return;
  }
}
