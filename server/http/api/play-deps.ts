/** What the learner's API works with, and who asks it. */
import type { PlayerLaunch, AttemptServices } from '../../attempts/services.ts';
import { AppError } from '../../base/errors.ts';
import { pageOf } from '../../launches/page-url.ts';
import type { Launch } from '../../storage/ports/launches.ts';

export interface PlayDeps extends AttemptServices {
  /** The launch of the session that the Authorization header names; throws session.expired. */
  readonly authenticate: (authorization: string | undefined) => Promise<Launch>;
  /** Throws server.backlog where the server can keep no more. */
  readonly checkRoom: () => Promise<void>;
  /** Called after each write: outgoing work may be waiting. */
  readonly onWritten: () => void;
}

/** The learner of the bearer's launch; throws session.expired, or session.forbidden where it is nobody who plays. */
export function createLearnerOf({
  authenticate,
}: Pick<PlayDeps, 'authenticate'>): (authorization: string | undefined) => Promise<PlayerLaunch> {
  return async (authorization) => {
    const launch = await authenticate(authorization);
    const { personId, resourceLinkId } = launch;
    if (pageOf(launch) !== 'play' || personId === null || resourceLinkId === null) {
      throw new AppError('session.forbidden');
    }
    return { ...launch, personId, resourceLinkId };
  };
}
