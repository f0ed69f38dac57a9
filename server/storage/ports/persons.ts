/** Persons: a random id for somebody of a platform. */
export interface Person {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  /** Set only where the LMS's subjects are unique per deployment (platform-quirks), else empty. */
  readonly deploymentId: string;
  /** The LMS's own opaque id, needed to send a grade. */
  readonly subject: string;
  /** Key of this person's personal texts, sealed; erasing a person destroys it. */
  readonly sealedKey: string;
  readonly createdAt: number;
}

export interface PersonsPort {
  /** Inserts, or answers the person that (platform, deployment, subject) already names. Atomic. */
  ensure(person: Person): Promise<Person>;
  /** The person that (platform, deployment, subject) names, where they ever came. */
  findBySubject(
    subject: Pick<Person, 'organisationId' | 'platformId' | 'deploymentId' | 'subject'>,
  ): Promise<Person | undefined>;
  find(organisationId: string, personId: string): Promise<Person | undefined>;
  /** The person's sealed key alone: each of their actions needs it, and nothing else of the row. */
  findKey(organisationId: string, personId: string): Promise<string | undefined>;
}
