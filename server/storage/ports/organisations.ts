export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** IANA name, e.g. `America/Montreal`; for dates shown to staff. */
  readonly timeZone: string;
  readonly createdAt: number;
}

export interface OrganisationsPort {
  insert(organisation: Organisation): Promise<void>;
  find(organisationId: string): Promise<Organisation | undefined>;
  /** Oldest first. */
  list(page: { limit: number; after?: string }): Promise<Organisation[]>;
}

export interface Study {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  /** Sealed key of the study's pseudonyms. Destroying it separates pseudonyms from persons for good. */
  readonly sealedKey: string;
  readonly createdAt: number;
}

export interface StudiesPort {
  insert(study: Study): Promise<void>;
  find(organisationId: string, studyId: string): Promise<Study | undefined>;
  findKey(organisationId: string, studyId: string): Promise<string | undefined>;
  /** Oldest first. */
  list(organisationId: string, page: { limit: number; after?: string }): Promise<Study[]>;
}
