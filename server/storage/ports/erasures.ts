/** Deleting people, or what a study no longer may keep. Each call may be repeated, also after an interruption. */
import type { Attempt } from './attempts.ts';
import type { Destination } from './destinations.ts';
import type { NewVoiding } from './voidings.ts';

export interface ErasedAttempt {
  readonly id: string;
  readonly studyId: string;
}

/** An order to erase or withdraw; once it is carried out, the record that it was. */
export interface Erasure {
  readonly id: string;
  readonly organisationId: string;
  /** `withdrawal`: nothing is deleted here, but voided where it was sent for research. */
  readonly kind: 'person' | 'attempts' | 'withdrawal';
  readonly requestedBy: 'person' | 'operator' | 'worker';
  readonly at: number;
  /** Rows deleted, by kind; `notVoided`: statements that no store can be told of. */
  readonly counts: Readonly<Record<string, number>>;
  /** Whom it is about. Null once nothing of them can be written any more. */
  readonly subject: { readonly personId: string; readonly attempts: readonly ErasedAttempt[] } | null;
  /** When the worker carries it out, or repeats it for what was under way; null once it has. */
  readonly sweepAt: number | null;
}

/** A statement that a store has, or may still get. */
export interface SentStatement {
  readonly destinationId: string;
  readonly statementId: string;
  /** A worker may be sending it until then; 0 if none is. */
  readonly leasedUntil: number;
}

export type RowCounts = Readonly<Record<string, number>>;

export interface DueErasures {
  readonly orders: readonly Erasure[];
  /** Ids of rows that cannot be read: they hold back no order. */
  readonly unreadable: readonly string[];
}

export interface ErasuresPort {
  /** Inserts or replaces by id. */
  put(erasure: Erasure): Promise<void>;
  find(organisationId: string, erasureId: string): Promise<Erasure | undefined>;
  /** Across organisations: those whose `sweepAt` has come, longest first. `limit` counts both kinds. */
  listDue(now: number, limit: number): Promise<DueErasures>;
  /** Changes `sweepAt` alone, also of a row that cannot be read. */
  postpone(erasureId: string, sweepAt: number): Promise<void>;
  /** Across organisations, by id. */
  listPersons(page: {
    readonly limit: number;
    readonly after?: string;
  }): Promise<readonly { readonly id: string; readonly organisationId: string }[]>;
  /** Of all studies and with practice, by id. */
  listAttempts(
    organisationId: string,
    personId: string,
    limit: number,
  ): Promise<
    readonly (Pick<Attempt, 'id' | 'studyId' | 'practice'> & {
      readonly research: string;
      readonly lastAt: number;
    })[]
  >;
  listSent(
    organisationId: string,
    attemptId: string,
    purpose: Destination['purpose'],
  ): Promise<SentStatement[]>;
  /**
   * Queues a voiding for each statement that was sent, then deletes the attempt with all that refers to it.
   * @param voidingOf undefined if none can be made; the statement goes all the same
   */
  eraseAttempt(
    organisationId: string,
    attemptId: string,
    voidingOf: (sent: SentStatement) => NewVoiding | undefined,
  ): Promise<RowCounts>;
  /** Deletes the rows of a person, their launches and sessions; attempts have gone before. */
  erasePerson(organisationId: string, personId: string): Promise<RowCounts>;
  /**
   * Overwrites what unused space still holds of deleted rows, if something was erased at or after `since`, or a store was
   * told of it then: until a voiding is sent, it names the attempt. Others wait meanwhile: seconds for a large database.
   */
  overwriteUnused(since: number): Promise<void>;
}

/** Hashes of who stays erased, and what stays taken back, when an older copy is restored (ADR 52, 62). No backup has them. */
export interface ErasedListPort {
  add(hashes: readonly string[]): Promise<void>;
  list(): Promise<ReadonlySet<string>>;
}
