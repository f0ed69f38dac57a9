/** Append-only: no port changes a row, and rows go only by age, after a row says so. */

export interface AuditRow {
  readonly id: string;
  readonly organisationId: string;
  readonly at: number;
  /** `operator:<account>`, `person:<id>` for staff, `invitation:<id>` for a registering LMS. */
  readonly actor: string;
  readonly action: string;
  /** `<kind>:<id>`. */
  readonly subject: string;
  /** Never a person's name, a token or a secret. */
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

export interface AuditPage {
  readonly limit: number;
  /** Id of the row before the page. */
  readonly after?: string;
  readonly since?: number;
}

/** Lists are in (at, id) order. */
export interface AuditPort {
  append(row: AuditRow): Promise<void>;
  list(organisationId: string, page: AuditPage): Promise<AuditRow[]>;
  /** What was done to one person, attempt, activity … */
  listBySubject(organisationId: string, subject: string, page: AuditPage): Promise<AuditRow[]>;
  /** @param before milliseconds since 1970 UTC, exclusive */
  countBefore(organisationId: string, before: number): Promise<number>;
  /**
   * Deletes the oldest rows before that moment; returns how many. SQLite refuses it unless a later row `audit.purged` of
   * the organisation has this `before`, or a greater one, in its details.
   */
  deleteBefore(organisationId: string, before: number, limit: number): Promise<number>;
}
