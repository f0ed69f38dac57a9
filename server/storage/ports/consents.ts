/** What a person answered about research. Sealed: the database tells neither the answer nor when it was given. */
export interface Consent {
  /** See server/studies/consent.ts. */
  readonly id: string;
  readonly organisationId: string;
  readonly studyId: string;
  readonly personId: string;
  /** All answers, padded so that its length tells nothing. */
  readonly sealed: string;
  /** From 1. */
  readonly revision: number;
}

export interface ConsentsPort {
  find(organisationId: string, studyId: string, personId: string): Promise<Consent | undefined>;
  /** In the order of persons. @param page `after`: the last person of the page before */
  listByStudy(
    organisationId: string,
    studyId: string,
    page: { limit: number; after?: string },
  ): Promise<Consent[]>;
  /** As PersonSettingsPort.put. */
  put(consent: Consent): Promise<boolean>;
  /** Returns whether there was one. */
  remove(organisationId: string, id: string): Promise<boolean>;
}
