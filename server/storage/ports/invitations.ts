/** One-time addresses with which an LMS registers itself. */

export interface Invitation {
  readonly id: string;
  readonly organisationId: string;
  /** SHA-256, base64url. */
  readonly secretHash: string;
  readonly platformName: string;
  /** Null creates a platform. */
  readonly platformId: string | null;
  /** Host of the LMS with its port; null allows any. */
  readonly expectedHost: string | null;
  readonly withNames: boolean;
  /** Hosts on a private network that the registration may call. */
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
  list(organisationId: string, page: { limit: number; after?: string }): Promise<Invitation[]>;
  /** Succeeds only if the invitation is open and unexpired; of concurrent callers one succeeds. */
  begin(secretHash: string, now: number): Promise<boolean>;
  /** It expires now, also if it is in use. Returns false if it was used, expired or unknown. */
  revoke(organisationId: string, id: string, now: number): Promise<boolean>;
  /** Sets it to `used`, or after a failure (null) to `open` again. */
  finish(secretHash: string, registrationId: string | null): Promise<void>;
}
