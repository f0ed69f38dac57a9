/** One-time codes and session families. */
export interface OneTimeCode {
  readonly codeHash: string;
  readonly organisationId: string;
  readonly launchId: string;
  readonly expiresAt: number;
}

/** A session family: one launch, one tab, tokens that rotate. Hashes only. */
export interface Session {
  readonly id: string;
  readonly organisationId: string;
  readonly launchId: string;
  readonly accessHash: string;
  readonly accessExpiresAt: number;
  /** The access token before the last rotation, good until its own end. */
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
  /** By the current or the previous access hash; expiry is the caller's to judge. */
  findByAccess(accessHash: string): Promise<Session | undefined>;
  /** By the current, the previous or any earlier refresh hash. */
  findByRefresh(refreshHash: string): Promise<Session | undefined>;
  /**
   * Replaces the row if its refreshHash still is `expectedRefreshHash` and it wasn't revoked meanwhile; answers
   * whether it did.
   */
  rotate(expectedRefreshHash: string, next: Session): Promise<boolean>;
  revoke(organisationId: string, sessionId: string): Promise<void>;
  /** Codes past their end; sessions past their idle or absolute end. */
  deleteExpired(now: number, limit: number): Promise<number>;
}
