/**
 * What the server asks of a database, as ports that two adapters implement (DESIGN §9).
 * No port offers a transaction callback, a join or a cursor; every call names its organisation, every list is
 * paged, and each write is one atomic act that a document database can do on a single document.
 * Times are milliseconds since 1970 UTC. Rows are plain data; `find…` answers undefined where nothing is found.
 * An insert of what is there already throws `storage.duplicate`; a database that can't answer, `storage.unavailable`
 * with a `reason`. A page goes on after the row named by `after`, in (createdAt, id) order where not said otherwise.
 */
import type { LtiRows } from '../../lti/database-plugin.ts';
import type { LogEntry } from '../../scenarios/log.ts';
import type { Language } from '../../scenarios/world/types.ts';

export interface Storage {
  readonly organisations: OrganisationsPort;
  readonly studies: StudiesPort;
  readonly platforms: PlatformsPort;
  readonly persons: PersonsPort;
  readonly resourceLinks: ResourceLinksPort;
  readonly loginStates: LoginStatesPort;
  readonly launches: LaunchesPort;
  readonly sessions: SessionsPort;
  readonly attempts: AttemptsPort;
  readonly destinations: DestinationsPort;
  readonly deliveries: DeliveriesPort;
  readonly grades: GradesPort;
  /** Rows of the protocol engine, behind the port that lti/ declares. */
  readonly ltiRows: LtiRows;
  /** Answers once the database took a real query; throws where it did not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

// ── Who is who ────────────────────────────────────────────────────────────────────────────────────────────

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
  /** Key of the study's pseudonyms, sealed; destroying it cuts pseudonyms from persons for ever. */
  readonly sealedKey: string;
  readonly createdAt: number;
}

export interface StudiesPort {
  insert(study: Study): Promise<void>;
  find(organisationId: string, studyId: string): Promise<Study | undefined>;
  /** Oldest first. */
  list(organisationId: string, page: { limit: number; after?: string }): Promise<Study[]>;
}

/** Our record of an LMS. */
export interface Platform {
  readonly id: string;
  readonly organisationId: string;
  /** Random, public, in addresses: `/play/:ref`. */
  readonly ref: string;
  readonly name: string;
  /** Origins that may frame the tool. */
  readonly origins: readonly string[];
  readonly createdAt: number;
}

/** One (issuer, client id) of a platform; a platform may have several over its life. */
export interface Registration {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly keySetUrl: string;
  readonly active: boolean;
  readonly createdAt: number;
}

export interface Deployment {
  readonly organisationId: string;
  readonly platformId: string;
  readonly registrationId: string;
  readonly deploymentId: string;
  readonly status: 'approved' | 'pending';
  /** The study of new attempts under this deployment. */
  readonly studyId: string;
  readonly createdAt: number;
}

export interface PlatformsPort {
  insert(platform: Platform): Promise<void>;
  find(organisationId: string, platformId: string): Promise<Platform | undefined>;
  /** By the public reference, across organisations: a login knows no organisation yet. */
  findByRef(ref: string): Promise<Platform | undefined>;
  list(organisationId: string, page: { limit: number; after?: string }): Promise<Platform[]>;
  /** Throws `storage.duplicate` where (issuer, clientId) exists in any organisation. */
  insertRegistration(registration: Registration): Promise<void>;
  findRegistration(organisationId: string, registrationId: string): Promise<Registration | undefined>;
  /** Across organisations; without clientId all registrations of the issuer (at most 20). */
  listRegistrationsByIssuer(issuer: string, clientId?: string): Promise<Registration[]>;
  /** Oldest first; at most 100, many times what re-registering brings about. */
  listRegistrations(organisationId: string, platformId: string): Promise<Registration[]>;
  /** Inserts, or does nothing where (registration, deploymentId) exists; answers the row that is there. */
  ensureDeployment(deployment: Deployment): Promise<Deployment>;
  findDeployment(
    organisationId: string,
    registrationId: string,
    deploymentId: string,
  ): Promise<Deployment | undefined>;
  /** In (registrationId, deploymentId) order. */
  listDeployments(
    organisationId: string,
    platformId: string,
    page: { limit: number; after?: Pick<Deployment, 'registrationId' | 'deploymentId'> },
  ): Promise<Deployment[]>;
}

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
  find(organisationId: string, personId: string): Promise<Person | undefined>;
}

/** An activity of a course. */
export interface ResourceLink {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly deploymentId: string;
  readonly contextId: string;
  readonly resourceLinkId: string;
  readonly title: string;
  readonly updatedAt: number;
}

export interface ResourceLinksPort {
  /** Inserts, or refreshes the title of the row that (platform, deployment, context, link) names. Atomic. */
  ensure(link: ResourceLink): Promise<ResourceLink>;
  find(organisationId: string, id: string): Promise<ResourceLink | undefined>;
}

// ── Launch and session ────────────────────────────────────────────────────────────────────────────────────

/** One login on its way; single use. */
export interface LoginState {
  /** SHA-256 of the state, base64url. */
  readonly stateHash: string;
  readonly nonce: string;
  readonly organisationId: string;
  readonly registrationId: string;
  readonly targetLinkUri: string;
  /** SHA-256 of the secret that the browser keeps. */
  readonly browserHash: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface LoginStatesPort {
  insert(state: LoginState): Promise<void>;
  /** Takes the row: of any number of callers at most one gets it, and only before it expires. */
  consume(stateHash: string, now: number): Promise<LoginState | undefined>;
  deleteExpired(now: number, limit: number): Promise<number>;
}

/** What an accepted launch said; immutable. */
export interface Launch {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly registrationId: string;
  readonly deploymentId: string;
  readonly studyId: string;
  readonly personId: string;
  readonly resourceLinkId: string;
  readonly role: 'learner' | 'staff';
  readonly testUser: boolean;
  readonly language: Language;
  readonly documentTarget: 'iframe' | 'window' | 'frame' | null;
  readonly returnUrl: string | null;
  /** Where a grade goes; null where the activity has none or we may not post to it. */
  readonly lineItemUrl: string | null;
  readonly createdAt: number;
}

export interface LaunchesPort {
  insert(launch: Launch): Promise<void>;
  find(organisationId: string, launchId: string): Promise<Launch | undefined>;
}

export interface OneTimeCode {
  readonly codeHash: string;
  readonly organisationId: string;
  readonly launchId: string;
  readonly expiresAt: number;
}

/** A session family: one launch, one tab, tokens that rotate. Hashes only. */
export interface Session {
  readonly id: string;
  readonly organisationId: string;
  readonly launchId: string;
  readonly accessHash: string;
  readonly accessExpiresAt: number;
  /** The access token before the last rotation, good until its own end. */
  readonly previousAccessHash: string;
  readonly previousAccessExpiresAt: number;
  readonly refreshHash: string;
  readonly previousRefreshHash: string;
  readonly previousRefreshUntil: number;
  readonly idleExpiresAt: number;
  readonly absoluteExpiresAt: number;
  readonly revoked: boolean;
}

export interface SessionsPort {
  insertCode(code: OneTimeCode): Promise<void>;
  /** Single use, as LoginStatesPort.consume. */
  consumeCode(codeHash: string, now: number): Promise<OneTimeCode | undefined>;
  insert(session: Session): Promise<void>;
  /** By the current or the previous access hash; expiry is the caller's to judge. */
  findByAccess(accessHash: string): Promise<Session | undefined>;
  /** By the current, the previous or any earlier refresh hash. */
  findByRefresh(refreshHash: string): Promise<Session | undefined>;
  /**
   * Replaces the row if its refreshHash still is `expectedRefreshHash` and it wasn't revoked meanwhile; answers
   * whether it did.
   */
  rotate(expectedRefreshHash: string, next: Session): Promise<boolean>;
  revoke(organisationId: string, sessionId: string): Promise<void>;
  /** Codes past their end; sessions past their idle or absolute end. */
  deleteExpired(now: number, limit: number): Promise<number>;
}

// ── Attempts ──────────────────────────────────────────────────────────────────────────────────────────────

/** What never changes in an attempt. */
export interface Attempt {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly registrationId: string;
  readonly studyId: string;
  readonly personId: string;
  readonly resourceLinkId: string;
  /** 1, 2, … per person and resource link. */
  readonly number: number;
  readonly seed: number;
  readonly form: string;
  readonly bankVersion: number;
  readonly createdAt: number;
}

/** Where an attempt stands after its last log entry; each append carries it whole. */
export interface AttemptProgress {
  /** logSeq of the last entry, 0 before the first. */
  readonly head: number;
  readonly status: 'open' | 'paused' | 'finished' | 'abandoned';
  readonly language: Language;
  readonly noticeVersion: string | null;
  readonly research: 'not-asked' | 'given' | 'refused' | 'withdrawn';
  /** Raised each time another page takes the pen. 0 before the first. */
  readonly epoch: number;
  /** Random id of the page that holds the pen. */
  readonly writer: string;
  /** Server time at which that page opened the attempt, and the page's own clock then. */
  readonly openedAt: number;
  readonly openedTMs: number;
  /** Last actionSeq stored in this epoch, 0 before the first. */
  readonly actionSeq: number;
  /** Time of the last entry. */
  readonly lastAt: number;
  readonly scenes: readonly SceneProgress[];
  /** Earned score, once finished. */
  readonly score: number | null;
}

export interface SceneProgress {
  readonly sceneId: string;
  readonly scenario: string;
  readonly worldVersion: number;
  readonly scoringVersion: number;
  readonly status: 'waiting' | 'open' | 'done' | 'skipped' | 'left';
  /** logSeq of its first entry, 0 while waiting. */
  readonly fromSeq: number;
}

/** A log entry as kept: personal text is taken out of `event` and sealed under the person's key. */
export interface StoredEntry {
  readonly logSeq: number;
  /** LogEntry without the typed text. */
  readonly entry: LogEntry;
  /** Sealed `{ typed }`, or null. */
  readonly sealed: string | null;
}

/** A statement as produced: frozen bytes, needing no destination. */
export interface StatementRow {
  readonly id: string;
  readonly organisationId: string;
  readonly studyId: string;
  readonly attemptId: string;
  readonly logSeq: number;
  /** Order among statements of one log entry, from 0. */
  readonly part: number;
  readonly tier: 1 | 2 | 3;
  /** JSON text, sent as it is, byte for byte. */
  readonly bytes: string;
  readonly createdAt: number;
}

/** The wish that the gradebook shows a score; the newest per person and line item wins. */
export interface GradeIntent {
  readonly id: string;
  readonly organisationId: string;
  readonly attemptId: string;
  readonly personId: string;
  readonly registrationId: string;
  readonly resourceLinkId: string;
  readonly lineItemUrl: string;
  /** Whole number 1–100, of a maximum of 100. */
  readonly score: number;
  readonly comment: string;
  readonly createdAt: number;
}

export interface Append {
  readonly organisationId: string;
  readonly attemptId: string;
  /** The append happens only if the attempt's head still is this. */
  readonly expectedHead: number;
  readonly entries: readonly StoredEntry[];
  readonly progress: AttemptProgress;
  readonly statements: readonly StatementRow[];
  readonly gradeIntent: GradeIntent | null;
}

export interface AttemptWithProgress {
  readonly attempt: Attempt;
  readonly progress: AttemptProgress;
}

export interface AttemptsPort {
  /**
   * Inserts an attempt with its first entries, or answers the one that (person, resource link, number) already
   * names, untouched. Atomic.
   */
  create(
    attempt: Attempt,
    first: Omit<Append, 'organisationId' | 'attemptId' | 'expectedHead'>,
  ): Promise<AttemptWithProgress>;
  find(organisationId: string, attemptId: string): Promise<AttemptWithProgress | undefined>;
  /** The one with the highest number. */
  findLatest(
    organisationId: string,
    personId: string,
    resourceLinkId: string,
  ): Promise<AttemptWithProgress | undefined>;
  /**
   * Entries, progress, statements and grade intent in one conditional write; false where the head moved. Throws
   * RangeError where the batch itself is wrong (check-append.ts): it holds at least one entry and no gap.
   */
  append(append: Append): Promise<boolean>;
  /** In log order, from `fromSeq` on. */
  listEntries(
    organisationId: string,
    attemptId: string,
    page: { fromSeq: number; limit: number },
  ): Promise<StoredEntry[]>;
  /** In (logSeq, part) order, from `fromSeq` and `fromPart` (0 where absent) on. */
  listStatements(
    organisationId: string,
    attemptId: string,
    page: { fromSeq: number; fromPart?: number; limit: number },
  ): Promise<StatementRow[]>;
}

// ── Delivery ──────────────────────────────────────────────────────────────────────────────────────────────

/** A learning record store that a study's statements go to. */
export interface Destination {
  readonly id: string;
  readonly organisationId: string;
  readonly studyId: string;
  readonly endpoint: string;
  /** Sealed `{ key, secret }`. */
  readonly sealedCredentials: string;
  readonly purpose: 'operational' | 'research';
  /** Highest tier that is sent. */
  readonly tier: 1 | 2 | 3;
  /** X-Experience-API-Version, chosen from /about. */
  readonly version: '1.0.3' | '2.0.0';
  readonly status: 'active' | 'paused';
  /** Why it is paused: a code of errors.ts, or empty. */
  readonly pausedBecause: string;
  /** Nothing is sent before this time (back-off of the whole destination). */
  readonly notBefore: number;
  /** Consecutive failures, 0 when the last batch went well. */
  readonly failures: number;
  readonly createdAt: number;
}

export interface DestinationsPort {
  /** Inserts, or replaces the row with this id. */
  put(destination: Destination): Promise<void>;
  find(organisationId: string, destinationId: string): Promise<Destination | undefined>;
  /** Across organisations, for the worker. Oldest first. */
  list(page: { limit: number; after?: string }): Promise<Destination[]>;
  /** Changes only the named fields. */
  update(
    organisationId: string,
    destinationId: string,
    change: Partial<Pick<Destination, 'status' | 'pausedBecause' | 'notBefore' | 'failures' | 'version'>>,
  ): Promise<void>;
}

export interface LeasedDelivery {
  readonly statementId: string;
  readonly attemptId: string;
  readonly logSeq: number;
  readonly bytes: string;
  /** How often it was tried before this lease. */
  readonly tries: number;
}

export interface DeliveryResult {
  readonly statementId: string;
  readonly state: 'sent' | 'pending' | 'dead';
  /** For pending: when to try next. */
  readonly nextAt: number;
  /** Short, without secrets. */
  readonly lastError: string;
  /** Whether this try counts. */
  readonly tried: boolean;
}

export interface DeliverySummary {
  readonly pending: number;
  readonly sent: number;
  readonly dead: number;
  /** createdAt of the oldest pending statement, or null. */
  readonly oldestPendingAt: number | null;
}

export interface DeliveriesPort {
  /**
   * Makes deliveries for statements of the destination's study and tier that have none yet, from the oldest on, at
   * most `limit`; answers how many. Fewer than `limit` means that none is left.
   */
  enqueueNew(destination: Destination, limit: number): Promise<number>;
  /**
   * Leases pending deliveries that are due, the longest stored first and within an attempt in (logSeq, part) order.
   * The order holds inside one answer and is best effort beyond: a statement that waits for its next try holds back
   * none after it, because statements carry their own time and one bad one must not stop an attempt. `holder` is a
   * random id of one worker. A lease that ran out may be taken by another holder; `settle` of the old one then
   * changes nothing.
   */
  lease(request: {
    readonly organisationId: string;
    readonly destinationId: string;
    readonly holder: string;
    readonly now: number;
    readonly until: number;
    readonly limit: number;
    /** Stops before the sum of bytes passes this, but gives at least one. */
    readonly maxBytes: number;
  }): Promise<LeasedDelivery[]>;
  settle(
    organisationId: string,
    destinationId: string,
    holder: string,
    results: readonly DeliveryResult[],
  ): Promise<void>;
  summary(organisationId: string, destinationId: string): Promise<DeliverySummary>;
}

export interface GradeRow extends GradeIntent {
  readonly state: 'pending' | 'sent' | 'failed';
  readonly tries: number;
  readonly nextAt: number;
  /** When the platform took it, or null. */
  readonly sentAt: number | null;
  /** Code of the last failure, or empty. */
  readonly lastError: string;
}

export interface GradesPort {
  /** Turns grade intents of new log batches into rows; 0 where `append` already did. */
  collect(limit: number): Promise<number>;
  /**
   * Leases due rows, across organisations; of one person and line item only the newest is live. A newer intent that
   * replaces a leased row is due once the lease is settled or ran out: two posts at a time could arrive in the
   * wrong order.
   */
  lease(request: {
    readonly holder: string;
    readonly now: number;
    readonly until: number;
    readonly limit: number;
  }): Promise<GradeRow[]>;
  /**
   * Counts a try. Nothing happens where the lease went to another holder; where a newer intent replaced the row,
   * it is set free and otherwise untouched.
   */
  settle(
    organisationId: string,
    gradeId: string,
    holder: string,
    result: Pick<GradeRow, 'state' | 'nextAt' | 'sentAt' | 'lastError'>,
  ): Promise<void>;
  /** The live row, where it is this attempt's. */
  findByAttempt(organisationId: string, attemptId: string): Promise<GradeRow | undefined>;
}
