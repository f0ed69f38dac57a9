export interface Person {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  /** Set only if the LMS's subjects are unique per deployment (platform-quirks), else empty. */
  readonly deploymentId: string;
  /** The LMS's own opaque id, needed to send a grade. */
  readonly subject: string;
  /** Key of this person's personal texts, sealed. Erasing a person destroys it. */
  readonly sealedKey: string;
  readonly createdAt: number;
}

export interface PersonsPort {
  /** Inserts, or returns the person that (platform, deployment, subject) names. Atomic. */
  ensure(person: Person): Promise<Person>;
  findBySubject(
    subject: Pick<Person, 'organisationId' | 'platformId' | 'deploymentId' | 'subject'>,
  ): Promise<Person | undefined>;
  find(organisationId: string, personId: string): Promise<Person | undefined>;
  /** The sealed key alone: each action needs it, and nothing else of the row. */
  findKey(organisationId: string, personId: string): Promise<string | undefined>;
}
