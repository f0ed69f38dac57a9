/** Logins in progress, and accepted launches. */
import type { PlatformFamily } from '../../../lti/platform-quirks.ts';
import type { Language } from '../../../scenarios/world/base.ts';

/** A login in progress; single use. */
export interface LoginState {
  /** SHA-256 of the state, base64url. */
  readonly stateHash: string;
  readonly nonce: string;
  readonly organisationId: string;
  readonly registrationId: string;
  readonly targetLinkUri: string;
  /** SHA-256 of the secret that the browser keeps. */
  readonly browserHash: string;
  /** Frame of the LMS that stores values for tools, as the login named it. */
  readonly storageTarget: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface LoginStatesPort {
  insert(state: LoginState): Promise<void>;
  /** Deletes and returns the row. At most one caller gets it, and only before it expires. */
  consume(stateHash: string, now: number): Promise<LoginState | undefined>;
  /** Deletes expired logins and held launches. */
  deleteExpired(now: number, limit: number): Promise<number>;
  /** Stores a launch whose browser still has to prove that it began the login. */
  hold(held: HeldLaunch): Promise<void>;
  /** Single use, as `consume`. */
  release(idHash: string, now: number): Promise<HeldLaunch | undefined>;
}

/** A posted launch that waits for the browser's secret by another way than a cookie. */
export interface HeldLaunch {
  /** SHA-256 of the id that the waiting page holds, base64url. */
  readonly idHash: string;
  readonly organisationId: string;
  /** The login that it answers, already consumed. */
  readonly login: LoginState;
  /** Sealed `{ state, idToken }`. */
  readonly sealedPost: string;
  readonly expiresAt: number;
}

/** What an activity plays, chosen in deep linking or typed as custom parameters. */
export interface ActivitySettings {
  /** Id of a form; null: the default one. */
  readonly form: string | null;
  /** Ids of scenarios in order; null: those of the form. */
  readonly scenes: readonly string[] | null;
  /** How many attempts a person may begin; null: any number. */
  readonly attempts: number | null;
  /** The language to begin in; null: the LMS's. */
  readonly language: Language | null;
  /** Whether each dimension gets its own column in the gradebook. */
  readonly dimensionItems: boolean;
  /** The activity's name for finding its columns, which a copied course keeps; null if none was given. */
  readonly activity: string | null;
}

/** What a platform expects back from a selection (Deep Linking 2.0 §4.4.1). */
export interface SelectionSettings {
  readonly returnUrl: string;
  readonly acceptTypes: readonly string[];
  readonly acceptMultiple: boolean;
  /** False only if the platform says that it creates no column for a link. */
  readonly acceptLineItem: boolean;
  /** Goes back byte for byte; null if none came. */
  readonly data: string | null;
}

/** An accepted launch; immutable. */
export interface Launch {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly registrationId: string;
  readonly deploymentId: string;
  readonly studyId: string;
  readonly message: 'resource-link' | 'deep-linking' | 'submission-review';
  /** Null only in a selection: Deep Linking may come without a subject. */
  readonly personId: string | null;
  /** Null in a selection. */
  readonly resourceLinkId: string | null;
  /** The LMS's id of the course, or empty. */
  readonly contextId: string;
  readonly role: 'learner' | 'staff';
  readonly testUser: boolean;
  /** A trial by staff or by a test person: no grade, no statements, separate from real attempts. */
  readonly practice: boolean;
  readonly language: Language;
  readonly documentTarget: 'iframe' | 'window' | 'frame' | null;
  readonly returnUrl: string | null;
  /** Where a grade is posted; null if the activity has no item or we may not post. */
  readonly lineItemUrl: string | null;
  /** Where line items of the course are listed and created; null if we may not. */
  readonly lineItemsUrl: string | null;
  /** The roster; null if the LMS offers none. */
  readonly membershipsUrl: string | null;
  /** The LMS product, as far as it says (lti/platform-quirks.ts). */
  readonly family: PlatformFamily;
  readonly settings: ActivitySettings;
  readonly selection: SelectionSettings | null;
  /** In a submission review: the person whose work is reviewed; null if they never came. */
  readonly reviewedPersonId: string | null;
  readonly createdAt: number;
}

export interface LaunchesPort {
  insert(launch: Launch): Promise<void>;
  find(organisationId: string, launchId: string): Promise<Launch | undefined>;
  /** Whether this person opened the activity as a learner, apart from trials, as far as launches are stored. */
  hasLearner(organisationId: string, resourceLinkId: string, personId: string): Promise<boolean>;
  /** Deletes launches made at `before` or earlier, oldest first, at most `limit`. Returns how many. */
  deleteOld(before: number, limit: number): Promise<number>;
}
