/** The audit record. Append-only: no port changes or deletes a row. */

export interface AuditRow {
  readonly id: string;
  readonly organisationId: string;
  readonly at: number;
  /** `operator:<account>` at the command line, `person:<id>` for staff of a launch, `invitation:<id>` for a registering LMS. */
  readonly actor: string;
  /** A dotted word, e.g. `platform.added`, `keys.rotated`, `grade.resent`, `private-host.allowed`. */
  readonly action: string;
  /** What it was done to: a kind and an id, e.g. `platform:<id>`. */
  readonly subject: string;
  /** Short facts; never a name of a person, a token or a secret. */
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

export interface AuditPort {
  append(row: AuditRow): Promise<void>;
  /** In (at, id) order. */
  list(organisationId: string, page: { limit: number; after?: string; since?: number }): Promise<AuditRow[]>;
}
