import type { HeldLaunch } from '../../../lti/launch/held-launch.ts';
import type { LaunchGroups } from '../../../lti/launch/groups.ts';
import type { SelectionSettings } from '../../../lti/launch/launch.ts';
import type { LoginState } from '../../../lti/launch/login.ts';
import type { PlatformFamily } from '../../../lti/platform-quirks.ts';
import type { GradeKind } from '../../contract/grade-kinds.ts';
import type { Language } from '../../../scenarios/world/base.ts';

export interface LoginStatesPort {
  insert(state: LoginState): Promise<void>;
  /** Returns it, to at most one caller, if it has not expired. */
  consume(stateHash: string, now: number): Promise<LoginState | undefined>;
  deleteExpired(now: number, limit: number): Promise<number>;
  /** Until the browser proves that it began the login. */
  hold(held: HeldLaunch): Promise<void>;
  /** Returns it once, as `consume`. */
  release(idHash: string, now: number): Promise<HeldLaunch | undefined>;
}

/** Chosen in deep linking, or custom parameters. */
export interface ActivitySettings {
  /** Null: the default form. */
  readonly form: string | null;
  /** Null: the form's. */
  readonly scenes: readonly string[] | null;
  readonly attempts: number | null;
  /** Null: the LMS's. */
  readonly language: Language | null;
  /** One gradebook column per dimension. */
  readonly dimensionItems: boolean;
  /** Name for finding its columns; a copied course keeps it. */
  readonly activity: string | null;
}

export interface LaunchSelection extends SelectionSettings {
  /** Of the activity chosen again, if the LMS sends them. */
  readonly grade: GradeKind | null;
}

/** Never changes. */
export interface Launch {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly registrationId: string;
  readonly deploymentId: string;
  readonly studyId: string;
  readonly message: 'resource-link' | 'deep-linking' | 'submission-review';
  /** Null only in a selection: Deep Linking may lack a subject. */
  readonly personId: string | null;
  readonly resourceLinkId: string | null;
  /** Of the LMS's course, or empty. */
  readonly contextId: string;
  readonly role: 'learner' | 'staff';
  readonly testUser: boolean;
  /** As in Attempt. */
  readonly practice: boolean;
  readonly language: Language;
  readonly documentTarget: 'iframe' | 'window' | 'frame' | null;
  readonly returnUrl: string | null;
  /** Null if there is no item, or we may not post to it. */
  readonly lineItemUrl: string | null;
  /** Null if we may not list or create them. */
  readonly lineItemsUrl: string | null;
  readonly membershipsUrl: string | null;
  readonly family: PlatformFamily;
  readonly settings: ActivitySettings;
  readonly selection: LaunchSelection | null;
  /** Null: the LMS tells nothing about groups. */
  readonly groupAccess: LaunchGroups | null;
  /** The person under review; null if they never came. */
  readonly reviewedPersonId: string | null;
  readonly createdAt: number;
}

/** All given values must match. */
export interface LaunchScope {
  readonly organisationId: string;
  readonly personId?: string;
  readonly platformId?: string;
  readonly registrationId?: string;
  readonly deploymentId?: string;
}

export interface LaunchesPort {
  insert(launch: Launch): Promise<void>;
  find(organisationId: string, launchId: string): Promise<Launch | undefined>;
  /**
   * True if the person was a learner, not in practice, in a launch that is still stored.
   * @param after only later launches
   */
  hasLearner(
    organisationId: string,
    resourceLinkId: string,
    personId: string,
    after?: number,
  ): Promise<boolean>;
  /** Their codes and sessions then open nothing. */
  deleteOf(scope: LaunchScope, limit: number): Promise<number>;
  /** Made at `before` or earlier, oldest first. */
  deleteOld(before: number, limit: number): Promise<number>;
}
