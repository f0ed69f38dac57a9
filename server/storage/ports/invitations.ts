/** Invitations: a one-time address with which an LMS may register itself. */

export interface Invitation {
  readonly id: string;
  readonly organisationId: string;
  /** SHA-256 of the secret in the address, base64url. */
  readonly secretHash: string;
  /** Name of the platform to be; staff see it. */
  readonly platformName: string;
  /** The platform that gets another registration; null: a new one. */
  readonly platformId: string | null;
  /** Host of the LMS with its port if it has one, where whoever invited knows it; null: any. */
  readonly expectedHost: string | null;
  /** Whether names of people are asked for; else the LMS need not send any. */
  readonly withNames: boolean;
  /** Host names inside a private network that this registration may go to. */
  readonly privateHosts: readonly string[];
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly state: 'open' | 'in-use' | 'used';
  /** What came of it; null before. */
  readonly registrationId: string | null;
}

export interface InvitationsPort {
  insert(invitation: Invitation): Promise<void>;
  /** By the hash, across organisations: who registers knows none. Whether it still holds is the caller's to judge. */
  find(secretHash: string): Promise<Invitation | undefined>;
  /** Oldest first. */
  list(organisationId: string, page: { limit: number; after?: string }): Promise<Invitation[]>;
  /** Turns an open one that has not expired into one in use: of any number of callers at most one succeeds. */
  begin(secretHash: string, now: number): Promise<boolean>;
  /** Ends the use: `used` with the registration that came of it, or `open` again after a failure (null). */
  finish(secretHash: string, registrationId: string | null): Promise<void>;
}
