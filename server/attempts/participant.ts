import { AppError } from '../base/errors.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { Participant } from '../studies/participant.ts';
import type { AttemptServices, PlayerLaunch } from './services.ts';

/** With the latest attempt in the activity. @throws AppError session.forbidden for whoever tries out */
export async function findParticipant(
  { storage }: Pick<AttemptServices, 'storage'>,
  launch: PlayerLaunch,
): Promise<{ readonly participant: Participant; readonly latest: AttemptWithProgress | undefined }> {
  if (launch.practice) throw new AppError('session.forbidden');
  const { organisationId, personId, resourceLinkId } = launch;
  const latest = await storage.attempts.findLatest(organisationId, personId, resourceLinkId, false);
  return { participant: participantOf(launch, latest), latest };
}

/** After an attempt, people still decide about the study that it belongs to. */
export function participantOf(launch: PlayerLaunch, latest: AttemptWithProgress | undefined): Participant {
  const { organisationId, personId } = launch;
  return { organisationId, personId, studyId: latest?.attempt.studyId ?? launch.studyId };
}
