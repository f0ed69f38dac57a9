/** Organisations and their studies. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** IANA name, e.g. `America/Montreal`; staff see dates in it. */
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
  /** Key of the study's pseudonyms, sealed. Destroying it separates pseudonyms from persons for good. */
  readonly sealedKey: string;
  readonly createdAt: number;
}

export interface StudiesPort {
  insert(study: Study): Promise<void>;
  find(organisationId: string, studyId: string): Promise<Study | undefined>;
  /** The sealed key alone. */
  findKey(organisationId: string, studyId: string): Promise<string | undefined>;
  /** Oldest first. */
  list(organisationId: string, page: { limit: number; after?: string }): Promise<Study[]>;
}
