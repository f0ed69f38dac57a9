/** « Essayer l’activité »: staff play without leaving a trace in results. */
import { AppError } from '../base/errors.ts';
import type { Launch, LaunchesPort } from '../storage/ports/launches.ts';
import type { PlatformsPort } from '../storage/ports/platforms.ts';
import { createPageUrl } from './page-url.ts';

interface PracticeDeps extends Omit<Parameters<typeof createPageUrl>[0], 'storage'> {
  readonly storage: Parameters<typeof createPageUrl>[0]['storage'] & {
    readonly launches: Pick<LaunchesPort, 'find' | 'insert'>;
    readonly platforms: Pick<PlatformsPort, 'find'>;
  };
  readonly randomId: () => string;
}

/** @throws AppError session.forbidden if the platform was removed, session.expired if the session ends meanwhile */
export async function startPractice(deps: PracticeDeps, launch: Launch): Promise<string> {
  const { launches, platforms } = deps.storage;
  const platform = await platforms.find(launch.organisationId, launch.platformId);
  if (platform === undefined) throw new AppError('session.forbidden');
  const practice: Launch = {
    ...launch,
    id: deps.randomId(),
    message: 'resource-link',
    role: 'learner',
    practice: true,
    language: launch.settings.language ?? launch.language,
    // Practice cannot send a grade or read a roster.
    lineItemUrl: null,
    lineItemsUrl: null,
    membershipsUrl: null,
    reviewedPersonId: null,
    createdAt: deps.clock(),
  };
  await launches.insert(practice);
  // Ending sessions may have missed the new launch.
  if ((await launches.find(launch.organisationId, launch.id)) === undefined)
    throw new AppError('session.expired');
  return createPageUrl(deps, practice, { platformRef: platform.ref, browser: null });
}
