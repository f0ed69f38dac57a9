/** What a person answered to the background questions of a study. Sealed: the database tells no answer. */
export interface Background {
  /** See server/studies/background.ts. */
  readonly id: string;
  readonly organisationId: string;
  readonly studyId: string;
  readonly personId: string;
  /** All answers, padded so that the length tells nothing. */
  readonly sealed: string;
  /** From 1. */
  readonly revision: number;
}

export interface BackgroundsPort {
  find(organisationId: string, studyId: string, personId: string): Promise<Background | undefined>;
  /** As PersonSettingsPort.put. */
  put(background: Background): Promise<boolean>;
  /** Returns whether there was one. */
  remove(organisationId: string, id: string): Promise<boolean>;
}
