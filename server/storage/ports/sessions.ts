export interface OneTimeCode {
  readonly codeHash: string;
  readonly organisationId: string;
  readonly launchId: string;
  readonly expiresAt: number;
}

/** Session of one launch in one tab, with rotating tokens. Holds only hashes. */
export interface Session {
  readonly id: string;
  readonly organisationId: string;
  readonly launchId: string;
  readonly accessHash: string;
  readonly accessExpiresAt: number;
  /** The previous access token is valid until its own expiry. */
  readonly previousAccessHash: string;
  readonly previousAccessExpiresAt: number;
  readonly refreshHash: string;
  readonly previousRefreshHash: string;
  readonly previousRefreshUntil: number;
  readonly idleExpiresAt: number;
  readonly absoluteExpiresAt: number;
  readonly revoked: boolean;
}

export interface SessionsPort {
  insertCode(code: OneTimeCode): Promise<void>;
  /** Single use, as LoginStatesPort.consume. */
  consumeCode(codeHash: string, now: number): Promise<OneTimeCode | undefined>;
  insert(session: Session): Promise<void>;
  /** By the current or previous hash. The caller checks expiry. */
  findByAccess(accessHash: string): Promise<Session | undefined>;
  /** By the current or any earlier hash. */
  findByRefresh(refreshHash: string): Promise<Session | undefined>;
  /** Succeeds only if refreshHash is still the expected one and the session is not revoked. */
  rotate(expectedRefreshHash: string, next: Session): Promise<boolean>;
  revoke(organisationId: string, sessionId: string): Promise<void>;
  /** All that there are now. */
  revokeOfLaunch(organisationId: string, launchId: string): Promise<void>;
  /** Deletes codes, and sessions past their idle or absolute limit. */
  deleteExpired(now: number, limit: number): Promise<number>;
}
