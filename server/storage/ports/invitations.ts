/** One-time addresses with which an LMS registers itself. */

export interface Invitation {
  readonly id: string;
  readonly organisationId: string;
  /** SHA-256, base64url, of the secret in the address. */
  readonly secretHash: string;
  /** Of the future platform. */
  readonly platformName: string;
  /** Gets another registration; null creates a platform. */
  readonly platformId: string | null;
  /** With its port if it has one; null allows any. */
  readonly expectedHost: string | null;
  /** Whether the LMS is asked for people's names. */
  readonly withNames: boolean;
  /** Private-network hosts this registration may call. */
  readonly privateHosts: readonly string[];
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly state: 'open' | 'in-use' | 'used';
  readonly registrationId: string | null;
}

export interface InvitationsPort {
  insert(invitation: Invitation): Promise<void>;
  /** Across organisations: the registering LMS knows none. The caller checks expiry. */
  find(secretHash: string): Promise<Invitation | undefined>;
  /** Oldest first. */
  list(organisationId: string, page: { limit: number; after?: string }): Promise<Invitation[]>;
  /** Marks it as in use if open and unexpired. Of concurrent callers at most one succeeds. */
  begin(secretHash: string, now: number): Promise<boolean>;
  /** `used` with its registration, or `open` again after a failure (null). */
  finish(secretHash: string, registrationId: string | null): Promise<void>;
}
