/** Attempts, logs, statements, grades and destinations with sensible values, for the storage contract. */
import type { Estimate, Measure } from '../../../scenarios/kit/measurement-types.ts';
import type {
  Append,
  Attempt,
  AttemptProgress,
  NewStatement,
  StatementRef,
  StatementRow,
  StoredEntry,
} from '../../../server/storage/ports/attempts.ts';
import type { Destination } from '../../../server/storage/ports/destinations.ts';
import type { GradeIntent, GradeRow } from '../../../server/storage/ports/grades.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import { org } from './sample-rows.ts';

export function sampleAttempt(change: Partial<Attempt> = {}): Attempt {
  return {
    id: 'attempt-1',
    organisationId: org,
    platformId: 'platform-1',
    registrationId: 'registration-1',
    studyId: 'study-1',
    personId: 'person-1',
    resourceLinkId: 'link-1',
    practice: false,
    number: 1,
    seed: 1,
    form: 'demo',
    bankVersion: 1,
    createdAt: 1,
    ...change,
  };
}

export function sampleProgress(head: number, change: Partial<AttemptProgress> = {}): AttemptProgress {
  return {
    head,
    status: 'open',
    language: 'fr',
    noticeVersion: '1',
    research: 'not-asked',
    epoch: 1,
    writer: 'page-1',
    launchId: 'launch-1',
    openedAt: 1_000,
    openedTMs: 12.5,
    actionSeq: head,
    lastAt: 1_000 + head,
    scenes: [
      {
        sceneId: '1',
        scenario: 's02-inbox',
        worldVersion: 1,
        scoringVersion: 1,
        status: 'open',
        fromSeq: 1,
      },
    ],
    pool: null,
    helperOffer: null,
    measure: null,
    adaptations: [],
    score: null,
    endedAt: null,
    isReopened: false,
    validity: { state: 'valid' },
    heldFor: [],
    accessNeeds: [],
    ...change,
  };
}

const estimate: Estimate = {
  theta: 0.31,
  se: 0.42,
  band: [-0.23, 0.85],
  levelShares: [0.01, 0.39, 0.59, 0.01],
  level: 3,
  between: 2,
  items: 14,
};

export const sampleMeasure: Measure = {
  bankVersion: 1,
  scenes: 7,
  overall: { ...estimate, score: 59, scoreBand: [46, 72], wle: { theta: 0.35, se: 0.4 } },
  dimensions: { COM: { ...estimate, between: null, items: 3 } },
};

export function sampleEntry(logSeq: number, sealed: string | null = null): StoredEntry {
  const at = 1_000 + logSeq;
  return {
    logSeq,
    entry: { logSeq, epoch: 1, at, receivedAt: at, kind: 'opened', first: logSeq === 1, tMs: logSeq / 2 },
    sealed,
  };
}

/** The end of a scene that was left: nothing was measured. */
export function sampleOutcome(logSeq: number): StoredEntry {
  const { entry } = sampleEntry(logSeq);
  const scene = { sceneId: '1', scenario: 's02-inbox', worldVersion: 1, scoringVersion: 1 };
  const { epoch, at, receivedAt } = entry;
  return {
    logSeq,
    entry: {
      logSeq,
      epoch,
      at,
      receivedAt,
      kind: 'scene-ended',
      scene,
      how: 'left',
      activeMs: 5,
      result: null,
    },
    sealed: null,
  };
}

export function sampleStatement(
  attempt: Pick<Attempt, 'id' | 'organisationId' | 'studyId'>,
  logSeq: number,
  change: Partial<StatementRow> = {},
): StatementRow {
  const part = change.part ?? 0;
  return {
    id: `${attempt.id}/${logSeq}/${part}`,
    organisationId: attempt.organisationId,
    studyId: attempt.studyId,
    attemptId: attempt.id,
    logSeq,
    part,
    tier: 1,
    bytes: JSON.stringify({ verb: 'é', logSeq }),
    createdAt: 1_000 + logSeq,
    ...change,
  };
}

/** The statement with a shared stretch somewhere in its text: readers must not notice. */
export function asNew(row: StatementRow): NewStatement {
  const letters = Array.from(row.bytes);
  const third = Math.floor(letters.length / 3);
  const lengthOf = (count: number): number => letters.slice(0, count).join('').length;
  return { ...row, shared: { from: lengthOf(third), to: lengthOf(2 * third) } };
}

/** Names a statement that was stored. */
export function refOf({ attemptId, logSeq, id: statementId }: StatementRow): StatementRef {
  return { attemptId, logSeq, statementId };
}

export function sampleGrade(
  attempt: Pick<Attempt, 'id' | 'organisationId' | 'personId'>,
  change: Partial<GradeIntent> = {},
): GradeIntent {
  return {
    id: `grade of ${attempt.id}`,
    organisationId: attempt.organisationId,
    attemptId: attempt.id,
    personId: attempt.personId,
    registrationId: 'registration-1',
    resourceLinkId: 'link-1',
    family: 'moodle',
    lineItemUrl: 'https://lms.example/items/1',
    dimension: null,
    score: 80,
    comment: 'Bravo. Deux messages lus.',
    createdAt: 1_000,
    dueAt: 0,
    ...change,
  };
}

/** The stored row of a grade request; it is first tried when it is due. */
export function asGradeRow({ dueAt, ...intent }: GradeIntent): Partial<GradeRow> {
  return { ...intent, nextAt: dueAt };
}

/** A batch of `count` entries after `expectedHead`, one statement each. */
export function sampleAppend(
  attempt: Attempt,
  expectedHead: number,
  count: number,
  change: Partial<Append> = {},
): Append {
  const seqs = Array.from({ length: count }, (_, index) => expectedHead + 1 + index);
  return {
    organisationId: attempt.organisationId,
    attemptId: attempt.id,
    expectedHead,
    entries: seqs.map((logSeq) => sampleEntry(logSeq)),
    progress: sampleProgress(expectedHead + count),
    statements: seqs.map((logSeq) => asNew(sampleStatement(attempt, logSeq))),
    gradeIntents: [],
    ...change,
  };
}

/** A scene's end: one entry with its statement, and a grade request whose score tells how long the log is. */
export function scoredAppend(attempt: Attempt, expectedHead: number): Append {
  const score = expectedHead + 1;
  const id = `${attempt.id}@${score}`;
  const gradeIntent = sampleGrade(attempt, { id, score, createdAt: attempt.number * 100 + score });
  return sampleAppend(attempt, expectedHead, 1, { gradeIntents: [gradeIntent] });
}

export function sampleDestination(change: Partial<Destination> = {}): Destination {
  return {
    id: 'destination-1',
    organisationId: org,
    studyId: 'study-1',
    endpoint: 'https://lrs.example/xapi',
    sealedCredentials: 'sealed',
    purpose: 'operational',
    tier: 3,
    version: '1.0.3',
    status: 'active',
    pausedBecause: '',
    notBefore: 0,
    failures: 0,
    origin: 'operator',
    batchCount: 50,
    batchBytes: 256 * 1024,
    lanes: 1,
    createdAt: 1,
    ...change,
  };
}

/** Creates an attempt with `count` entries, one statement each. */
export async function createAttempt(
  storage: Storage,
  change: Partial<Attempt> = {},
  count = 1,
  batch: Partial<Append> = {},
): Promise<Attempt> {
  const attempt = sampleAttempt(change);
  const { entries, progress, statements, gradeIntents } = sampleAppend(attempt, 0, count, batch);
  await storage.attempts.create(attempt, { entries, progress, statements, gradeIntents });
  return attempt;
}
