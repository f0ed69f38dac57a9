/** Logins on their way, and what accepted launches said. */
import type { Language } from '../../../scenarios/world/types.ts';

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
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface LoginStatesPort {
  insert(state: LoginState): Promise<void>;
  /** Takes the row: of any number of callers at most one gets it, and only before it expires. */
  consume(stateHash: string, now: number): Promise<LoginState | undefined>;
  deleteExpired(now: number, limit: number): Promise<number>;
}

/** What an accepted launch said; immutable. */
export interface Launch {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly registrationId: string;
  readonly deploymentId: string;
  readonly studyId: string;
  readonly personId: string;
  readonly resourceLinkId: string;
  readonly role: 'learner' | 'staff';
  readonly testUser: boolean;
  readonly language: Language;
  readonly documentTarget: 'iframe' | 'window' | 'frame' | null;
  readonly returnUrl: string | null;
  /** Where a grade goes; null where the activity has none or we may not post to it. */
  readonly lineItemUrl: string | null;
  readonly createdAt: number;
}

export interface LaunchesPort {
  insert(launch: Launch): Promise<void>;
  find(organisationId: string, launchId: string): Promise<Launch | undefined>;
}
