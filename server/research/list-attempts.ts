/** Oldest first, without practice. */
import type { AttemptsPort, AttemptWithProgress } from '../storage/ports/attempts.ts';
import { readPages } from '../storage/read-pages.ts';

export type AttemptsOf = { readonly studyId: string } | { readonly resourceLinkId: string };

/** @param after id of the last attempt already read */
export function listAttempts(
  attempts: Pick<AttemptsPort, 'listByStudy' | 'listByResourceLink'>,
  organisationId: string,
  of: AttemptsOf,
  after?: string,
): AsyncGenerator<AttemptWithProgress, void, undefined> {
  return readPages<AttemptWithProgress, { after?: string }>(
    after === undefined ? {} : { after },
    (page) =>
      'studyId' in of
        ? attempts.listByStudy(organisationId, of.studyId, page)
        : attempts.listByResourceLink(organisationId, of.resourceLinkId, page),
    ({ attempt }) => ({ after: attempt.id }),
  );
}
