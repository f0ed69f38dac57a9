/** Append-only: no port changes or deletes a row. */

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

export interface AuditPort {
  append(row: AuditRow): Promise<void>;
  /** In (at, id) order. */
  list(organisationId: string, page: { limit: number; after?: string; since?: number }): Promise<AuditRow[]>;
}
