/**
 * Carries final scores to gradebooks: the newest per person and line item, stamped when it is sent. What a refusal
 * means for the next try is settle-grade.ts; details of an answer go to the log, never to a row.
 */
import type { Grades, ScoreToSend } from '../../lti/services/grades.ts';
import type { PlayerRef } from '../attempts/counting-grade.ts';
import type { Log } from '../base/log.ts';
import type { AttemptsPort } from '../storage/ports/attempts.ts';
import type { GradeRow, GradeSettlement, GradesPort } from '../storage/ports/grades.ts';
import type { PersonsPort } from '../storage/ports/persons.ts';
import type { PlatformsPort } from '../storage/ports/platforms.ts';
import type { OwnLineItems } from './own-line-items.ts';
import {
  type Failure,
  holds,
  scoreMaximum,
  settleFailure,
  settleReceiverGone,
  settleSent,
  settleUnexpected,
  settleWithdrawn,
} from './settle-grade.ts';
import type { WorkerTask } from './worker.ts';

const heldUp: Failure = {
  kind: 'retry',
  because: 'busy',
  mayBeDone: false,
  afterMs: null,
  detail: 'held up',
};

export interface GradeSenderDeps {
  readonly grades: GradesPort;
  readonly attempts: Pick<AttemptsPort, 'find'>;
  readonly persons: Pick<PersonsPort, 'find'>;
  readonly platforms: Pick<PlatformsPort, 'findRegistration'>;
  readonly ownLineItems: OwnLineItems;
  readonly client: Grades;
  /** Wishes for the score that counts for this person in this activity. */
  readonly showCountingGrade: (player: PlayerRef) => Promise<void>;
  readonly clock: () => number;
  /** A number in [0, 1). */
  readonly chance: () => number;
  readonly randomId: () => string;
  readonly log: Log;
}

/**
 * How long a grade waits whose worker was killed, so no longer than it must be: the rows of a grade, its post and a look
 * at the result, each call with its time-out. A search for a column of its own may take longer; its post is then left to
 * the next try, which finds the column at once.
 */
const leaseMs = 60_000;
/** Longer than a post takes at its slowest, a new token and a second post included. */
const postMs = 30_000;
const batchLimit = 20;
/** The strictest LMS decides for all: Moodle refuses a second score within the same second. */
const minGapMs = 1_000;

/** The worker's task over all line items. */
export function createGradeTask(deps: GradeSenderDeps): WorkerTask {
  const holder = deps.randomId();
  return {
    name: 'grades',
    async run(stopping) {
      await deps.grades.collect(batchLimit);
      const now = deps.clock();
      const due = { holder, now, until: now + leaseMs, limit: batchLimit, minGapMs };
      const rows = await deps.grades.lease(due);
      await Promise.all(
        rows.map(async (row) => {
          const lease = { until: due.until, isStopping: () => stopping.aborted };
          const settlement = await sendGrade(deps, row, lease).catch((error: unknown) => {
            deps.log.error({ ...idsOf(row), err: error }, 'grade.unexpected');
            return settleUnexpected(row, about(deps, true));
          });
          if (settlement === null) {
            await deps.grades.release(row.organisationId, row.id, holder);
            return;
          }
          await deps.grades.settle(row.organisationId, row.id, holder, settlement);
          const { state, lastError } = settlement;
          // Another attempt's score may count instead; and this one may have been taken back just now.
          if (state === 'withdrawn') await deps.showCountingGrade(row);
          if (state === 'failed') deps.log.warn({ ...idsOf(row), reason: lastError }, 'grade.given-up');
        }),
      );
      return rows.length === batchLimit;
    },
  };
}

/** Null where the worker is to end and nothing was posted: another may have the grade at once. */
async function sendGrade(
  deps: GradeSenderDeps,
  row: GradeRow,
  lease: { readonly until: number; readonly isStopping: () => boolean },
): Promise<GradeSettlement | null> {
  const [own, person, registration] = await Promise.all([
    deps.attempts.find(row.organisationId, row.attemptId),
    deps.persons.find(row.organisationId, row.personId),
    deps.platforms.findRegistration(row.organisationId, row.registrationId),
  ]);
  if (own?.progress.validity.state === 'invalid') return settleWithdrawn(row);
  if (person === undefined || registration === undefined) return settleReceiverGone(row);
  if (lease.isStopping()) return null;
  const client = { issuer: registration.issuer, clientId: registration.clientId };
  const item = await findItem(deps, row, client);
  if (item.kind !== 'there') {
    note(deps, row, item);
    return settleFailure(row, item, about(deps, false));
  }
  // A search for the column, or its making, is finished: cut off, the making could leave a column that nobody knows.
  if (lease.isStopping()) return null;
  // Held up for so long, another worker may have this grade by now, and a newer score to post.
  if (deps.clock() > lease.until - postMs) return settleFailure(row, heldUp, about(deps, false));
  return post(deps, row, {
    client,
    family: row.family,
    lineItemUrl: item.url,
    userId: person.subject,
    scoreGiven: row.score,
    scoreMaximum,
    comment: row.comment,
    isNewAttempt: row.takenAttemptId !== row.attemptId,
  });
}

/** The activity's own item is known from the launch; a dimension's is found or made. */
async function findItem(
  { ownLineItems }: GradeSenderDeps,
  row: GradeRow,
  client: ScoreToSend['client'],
): Promise<Awaited<ReturnType<OwnLineItems['find']>>> {
  if (row.dimension === null) return { kind: 'there', url: row.lineItemUrl };
  return ownLineItems.find(row, row.dimension, client);
}

async function post(deps: GradeSenderDeps, row: GradeRow, score: ScoreToSend): Promise<GradeSettlement> {
  const outcome = await deps.client.sendScore(score);
  note(deps, row, outcome);
  if (outcome.kind === 'sent') return settleSent(row, deps.clock());
  if (outcome.kind === 'conflict' && holds(await deps.client.readResult(score), row.score)) {
    return settleSent(row, deps.clock());
  }
  if (outcome.kind === 'refused' && outcome.because === 'item-gone') deps.ownLineItems.forget(row);
  return settleFailure(row, outcome, about(deps, true));
}

function about({ clock, chance }: GradeSenderDeps, posted: boolean): Parameters<typeof settleFailure>[2] {
  return { now: clock(), chance: chance(), posted };
}

function note({ log }: GradeSenderDeps, row: GradeRow, outcome: Failure | { readonly kind: 'sent' }): void {
  const { kind } = outcome;
  const detail = 'detail' in outcome ? outcome.detail : '';
  log.info({ ...idsOf(row), tries: row.tries + 1, outcome: kind, detail }, 'grade.tried');
}

/** What the lines of a grade are about. */
function idsOf({ id, attemptId }: GradeRow): { readonly grade: string; readonly attempt: string } {
  return { grade: id, attempt: attemptId };
}
