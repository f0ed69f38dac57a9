/** « Essayer l’activité »: staff play without leaving a trace in results. */
import { AppError } from '../base/errors.ts';
import type { Launch, LaunchesPort } from '../storage/ports/launches.ts';
import type { PlatformsPort } from '../storage/ports/platforms.ts';
import { createPageUrl } from './page-url.ts';

interface PracticeDeps extends Omit<Parameters<typeof createPageUrl>[0], 'storage'> {
  readonly storage: Parameters<typeof createPageUrl>[0]['storage'] & {
    readonly launches: Pick<LaunchesPort, 'insert'>;
    readonly platforms: Pick<PlatformsPort, 'find'>;
  };
  readonly randomId: () => string;
}

/**
 * Creates a practice launch of the same person as a learner and returns the page's URL.
 * @throws AppError session.forbidden if the platform was removed
 */
export async function startPractice(deps: PracticeDeps, launch: Launch): Promise<string> {
  const platform = await deps.storage.platforms.find(launch.organisationId, launch.platformId);
  if (platform === undefined) throw new AppError('session.forbidden');
  const practice: Launch = {
    ...launch,
    id: deps.randomId(),
    message: 'resource-link',
    role: 'learner',
    practice: true,
    // Practice cannot send a grade or read a roster.
    lineItemUrl: null,
    lineItemsUrl: null,
    membershipsUrl: null,
    reviewedPersonId: null,
    createdAt: deps.clock(),
  };
  await deps.storage.launches.insert(practice);
  return createPageUrl(deps, practice, platform.ref);
}
