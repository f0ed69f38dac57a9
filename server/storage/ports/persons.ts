export interface Person {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  /** Empty unless the LMS's subjects are unique per deployment (platform-quirks). */
  readonly deploymentId: string;
  readonly subject: string;
  /** Key of personal texts. Erasing a person destroys it. */
  readonly sealedKey: string;
  readonly createdAt: number;
}

export interface PersonsPort {
  /** Returns the existing person of (platform, deployment, subject). */
  ensure(person: Person): Promise<Person>;
  findBySubject(
    subject: Pick<Person, 'organisationId' | 'platformId' | 'deploymentId' | 'subject'>,
  ): Promise<Person | undefined>;
  find(organisationId: string, personId: string): Promise<Person | undefined>;
  findKey(organisationId: string, personId: string): Promise<string | undefined>;
}
