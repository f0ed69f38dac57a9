/** The name of the first organisation and study until somebody names them; never shown to readers. */
export const defaultName = 'default';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly createdAt: number;
}

export interface OrganisationsPort {
  insert(organisation: Organisation): Promise<void>;
  find(organisationId: string): Promise<Organisation | undefined>;
  list(page: { limit: number; after?: string }): Promise<Organisation[]>;
}

export interface Study {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  /** Key of pseudonyms. Destroying it separates them from persons for good. */
  readonly sealedKey: string;
  readonly createdAt: number;
}

export interface StudiesPort {
  insert(study: Study): Promise<void>;
  find(organisationId: string, studyId: string): Promise<Study | undefined>;
  findKey(organisationId: string, studyId: string): Promise<string | undefined>;
  list(organisationId: string, page: { limit: number; after?: string }): Promise<Study[]>;
}
