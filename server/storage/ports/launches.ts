/** Logins on their way, and what accepted launches said. */
import type { PlatformFamily } from '../../../lti/platform-quirks.ts';
import type { Language } from '../../../scenarios/world/base.ts';

/** One login on its way; single use. */
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
  /** Takes the row: of any number of callers at most one gets it, and only before it expires. */
  consume(stateHash: string, now: number): Promise<LoginState | undefined>;
  /** Expired states and held launches. */
  deleteExpired(now: number, limit: number): Promise<number>;
  /** Keeps a launch whose browser still has to prove that it began the login. */
  hold(held: HeldLaunch): Promise<void>;
  /** Takes it: single use, as `consume`. */
  release(idHash: string, now: number): Promise<HeldLaunch | undefined>;
}

/** A posted launch that waits for the browser's secret to come by another way than a cookie. */
export interface HeldLaunch {
  /** SHA-256 of the id that the waiting page holds, base64url. */
  readonly idHash: string;
  readonly organisationId: string;
  /** The login it answers, already consumed. */
  readonly login: LoginState;
  /** Sealed `{ state, idToken }`. */
  readonly sealedPost: string;
  readonly expiresAt: number;
}

/** What an activity plays, as chosen in deep linking or typed as custom parameters. */
export interface ActivitySettings {
  /** Id of a form; null: the default one. */
  readonly form: string | null;
  /** Ids of scenarios in order; null: those of the form. */
  readonly scenes: readonly string[] | null;
  /** How many attempts a person may begin; null: any number. */
  readonly attempts: number | null;
  /** The language to begin in; null: the LMS's. */
  readonly language: Language | null;
  /** Whether each dimension gets a column of its own in the gradebook. */
  readonly dimensionItems: boolean;
  /** What the activity is called when its columns are looked for: a copied course keeps it. Null where none was given. */
  readonly activity: string | null;
}

/** What a platform wants back from a selection (Deep Linking 2.0 §4.4.1). */
export interface SelectionSettings {
  readonly returnUrl: string;
  readonly acceptTypes: readonly string[];
  readonly acceptMultiple: boolean;
  /** False only where the platform says that it makes no column for a link. */
  readonly acceptLineItem: boolean;
  /** Goes back byte for byte; null where none came. */
  readonly data: string | null;
}

/** What an accepted launch said; immutable. */
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
  /** Null in a selection: nothing is chosen yet. */
  readonly resourceLinkId: string | null;
  /** The course as the LMS calls it, or empty. */
  readonly contextId: string;
  readonly role: 'learner' | 'staff';
  readonly testUser: boolean;
  /** Staff trying the activity out, or a test person: no grade, no statements, apart from real attempts. */
  readonly practice: boolean;
  readonly language: Language;
  readonly documentTarget: 'iframe' | 'window' | 'frame' | null;
  readonly returnUrl: string | null;
  /** Where a grade goes; null where the activity has none or we may not post to it. */
  readonly lineItemUrl: string | null;
  /** Where line items of the course are listed and made; null where we may not. */
  readonly lineItemsUrl: string | null;
  /** Where the roster is; null where the LMS offers none. */
  readonly membershipsUrl: string | null;
  /** Which LMS it is, as far as it says (lti/platform-quirks.ts). */
  readonly family: PlatformFamily;
  readonly settings: ActivitySettings;
  readonly selection: SelectionSettings | null;
  /** In a submission review: whose work is looked at; null where this person never came. */
  readonly reviewedPersonId: string | null;
  readonly createdAt: number;
}

export interface LaunchesPort {
  insert(launch: Launch): Promise<void>;
  find(organisationId: string, launchId: string): Promise<Launch | undefined>;
  /** Whether this person ever opened the activity as a learner, trials apart, as far as launches are kept. */
  hasLearner(organisationId: string, resourceLinkId: string, personId: string): Promise<boolean>;
  /** Deletes launches made at `before` or earlier, oldest first and at most `limit`; answers how many. */
  deleteOld(before: number, limit: number): Promise<number>;
}
