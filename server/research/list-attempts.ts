/** Oldest first, without practice. */
import type { AttemptsPort, AttemptWithProgress } from '../storage/ports/attempts.ts';

export type AttemptsOf = { readonly studyId: string } | { readonly resourceLinkId: string };

const attemptsPerPage = 100;

/** @param after id of the last attempt already read */
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
