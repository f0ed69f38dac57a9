/** Invitations: one-time addresses with which an LMS may register itself. */

export interface Invitation {
  readonly id: string;
  readonly organisationId: string;
  /** SHA-256 of the secret in the address, base64url. */
  readonly secretHash: string;
  /** Name of the future platform, for staff. */
  readonly platformName: string;
  /** The platform that gets another registration; null creates one. */
  readonly platformId: string | null;
  /** Host of the LMS, with its port if it has one; null allows any. */
  readonly expectedHost: string | null;
  /** Whether the LMS is asked for people's names. */
  readonly withNames: boolean;
  /** Host names in a private network that this registration may call. */
  readonly privateHosts: readonly string[];
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly state: 'open' | 'in-use' | 'used';
  /** The resulting registration; null before. */
  readonly registrationId: string | null;
}

export interface InvitationsPort {
  insert(invitation: Invitation): Promise<void>;
  /** By the hash, across organisations: the registering LMS knows none. The caller checks expiry. */
  find(secretHash: string): Promise<Invitation | undefined>;
  /** Oldest first. */
  list(organisationId: string, page: { limit: number; after?: string }): Promise<Invitation[]>;
  /** Marks an open, unexpired invitation as in use. Of concurrent callers at most one succeeds. */
  begin(secretHash: string, now: number): Promise<boolean>;
  /** Ends the use: `used` with its registration, or `open` again after a failure (null). */
  finish(secretHash: string, registrationId: string | null): Promise<void>;
}
