export interface Person {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  /** Set only if the LMS's subjects are unique per deployment (platform-quirks), else empty. */
  readonly deploymentId: string;
  /** The LMS's opaque id, needed for grades. */
  readonly subject: string;
  /** Sealed key of personal texts. Erasing a person destroys it. */
  readonly sealedKey: string;
  readonly createdAt: number;
}

export interface PersonsPort {
  /** Inserts, or returns the person of (platform, deployment, subject). Atomic. */
  ensure(person: Person): Promise<Person>;
  findBySubject(
    subject: Pick<Person, 'organisationId' | 'platformId' | 'deploymentId' | 'subject'>,
  ): Promise<Person | undefined>;
  find(organisationId: string, personId: string): Promise<Person | undefined>;
  /** Read by each action. */
  findKey(organisationId: string, personId: string): Promise<string | undefined>;
}
