/** A person in one study. */
export interface Participant {
  readonly organisationId: string;
  readonly studyId: string;
  readonly personId: string;
}

/** Of the rows that a person has once in each study. */
export function participantKey({ studyId, personId }: Omit<Participant, 'organisationId'>): string {
  return `${studyId}/${personId}`;
}
