/** The only place that finds a bearer's launch; it does so before any body is read. */
import type { PlayerLaunch } from '../attempts/services.ts';
import { AppError } from '../base/errors.ts';
import { pageOf } from '../launches/page-url.ts';
import type { Selector } from '../launches/select.ts';
import type { Sessions } from '../launches/sessions.ts';
import { toStaffLaunch } from '../launches/staff-launch.ts';
import type { Log } from '../base/log.ts';
import { findReach, type Reach, type ReachDeps, type StaffReach } from '../reporting/reach.ts';
import { getReviewScope, type ReviewScope } from '../reporting/review-access.ts';
import { getStaffScope, type StaffScope } from '../reporting/staff/staff-scope.ts';
import type { Launch, LaunchesPort } from '../storage/ports/launches.ts';

export interface Principals {
  /** Plays the activity, in practice too. */
  readonly learner: PlayerLaunch;
  /** Reads their own report, from the activity or the gradebook. */
  readonly reader: Launch;
  /** reporting/review-access.ts decides what they may see. */
  readonly reviewer: ReviewScope;
  readonly staff: StaffReach;
  /** Staff who act for a person of their activity, or for the one they review. */
  readonly 'person-staff': { readonly launch: Launch; readonly scope: StaffScope };
  readonly selector: Selector;
}
export type Role = keyof Principals;

/** Each throws AppError session.forbidden for another role. */
const roles: { readonly [Name in Role]: (launch: Launch, reach: Reach) => Principals[Name] } = {
  learner(launch) {
    const { personId, resourceLinkId } = launch;
    if (pageOf(launch) !== 'play' || personId === null || resourceLinkId === null) throw forbidden();
    return { ...launch, personId, resourceLinkId };
  },
  reader(launch) {
    const page = pageOf(launch);
    if (page !== 'play' && !(page === 'review' && launch.role === 'learner')) throw forbidden();
    return launch;
  },
  reviewer: getReviewScope,
  staff: (launch, reach) => ({ ...toStaffLaunch(launch), reach }),
  'person-staff': (launch, reach) => ({ launch, scope: getStaffScope(launch, reach) }),
  selector(launch) {
    const { selection } = launch;
    // Refuses learners even if a row says otherwise.
    if (pageOf(launch) !== 'select' || launch.role !== 'staff' || selection === null) throw forbidden();
    return { ...launch, selection };
  },
};

const forbidden = (): AppError => new AppError('session.forbidden');

export interface AuthenticateDeps extends Omit<ReachDeps, 'log' | 'storage'> {
  readonly sessions: Pick<Sessions, 'authenticate'>;
  readonly storage: ReachDeps['storage'] & { readonly launches: Pick<LaunchesPort, 'hasLearner'> };
}

/**
 * @param limit called with the launch before anything else is read of it
 * @throws AppError session.expired, also once the platform was removed or staff came back as a learner;
 *   session.forbidden for another role
 */
export type Authenticate = <Name extends Role>(
  role: Name,
  authorization: string | undefined,
  log: Log,
  limit: (launch: Launch) => void,
) => Promise<Principals[Name]>;

export function createAuthenticate(deps: AuthenticateDeps): Authenticate {
  const { sessions, storage } = deps;
  return async (role, authorization, log, limit) => {
    const { launch } = await sessions.authenticate(authorization);
    limit(launch);
    const { organisationId, registrationId } = launch;
    if (!(await storage.platforms.isRegistrationActive(organisationId, registrationId))) {
      throw new AppError('session.expired');
    }
    if (await isNoLongerStaff(storage.launches, launch)) throw new AppError('session.expired');
    return roles[role](launch, await findReach({ ...deps, log }, launch));
  };
}

/** Only a later launch tells. */
async function isNoLongerStaff(
  launches: Pick<LaunchesPort, 'hasLearner'>,
  { organisationId, resourceLinkId, personId, role, createdAt }: Launch,
): Promise<boolean> {
  if (role !== 'staff' || resourceLinkId === null || personId === null) return false;
  return launches.hasLearner(organisationId, resourceLinkId, personId, createdAt);
}
