/** Staff of an activity may see everybody's work in it. */
import { AppError } from '../base/errors.ts';
import type { Launch } from '../storage/ports/launches.ts';
import { pageOf } from './page-url.ts';

export interface StaffLaunch extends Launch {
  readonly personId: string;
  readonly resourceLinkId: string;
}

/** @throws AppError session.forbidden for learners, selections and reviews */
export function toStaffLaunch(launch: Launch): StaffLaunch {
  const { personId, resourceLinkId } = launch;
  if (pageOf(launch) !== 'teach' || personId === null || resourceLinkId === null) {
    throw new AppError('session.forbidden');
  }
  return { ...launch, personId, resourceLinkId };
}
