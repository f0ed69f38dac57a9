/**
 * Carries final scores to gradebooks (reference/lti.md §5.4, moodle.md S1–S3): the newest per person and line item,
 * stamped when it is sent, tried again with growing waits, and given up only with a reason that staff can see.
 */
import type { Grades, ResultOutcome, ScoreOutcome, ScoreToSend } from '../../lti/grades.ts';
import type { Log } from '../log.ts';
import type { GradeRow, GradesPort } from '../storage/ports/grades.ts';
import type { PersonsPort } from '../storage/ports/persons.ts';
import type { PlatformsPort } from '../storage/ports/platforms.ts';
import { backoffMs, gradeBackoff } from './backoff.ts';
import type { WorkerTask } from './worker.ts';

export interface GradeSenderDeps {
  readonly grades: GradesPort;
  readonly persons: Pick<PersonsPort, 'find'>;
  readonly platforms: Pick<PlatformsPort, 'findRegistration'>;
  readonly client: Grades;
  readonly clock: () => number;
  /** A number in [0, 1). */
  readonly chance: () => number;
  readonly randomId: () => string;
  readonly log: Log;
}

const leaseMs = 60_000;
const batchLimit = 20;
const scoreMaximum = 100;
/** A refusal that looks final is tried so often, well apart: enrolment may lag behind the launch. */
const permanentTries = 3;
const giveUpAfterMs = 7 * 24 * 3_600_000;
/** Moodle refuses a second score within the same second. */
const restampMs = 1_100;
const restamps = 3;

type Settlement = Parameters<GradesPort['settle']>[3];

/** The worker's task over all line items. */
export function createGradeTask(deps: GradeSenderDeps): WorkerTask {
  const holder = deps.randomId();
  return {
    name: 'grades',
    async run() {
      await deps.grades.collect(batchLimit);
      const now = deps.clock();
      const rows = await deps.grades.lease({ holder, now, until: now + leaseMs, limit: batchLimit });
      await Promise.all(
        rows.map(async (row) => {
          const settlement = await sendGrade(deps, row).catch((error: unknown) => {
            deps.log.error({ grade: row.id, err: error }, 'grade.unexpected');
            return later(deps, row, 'grade.unexpected', null);
          });
          await deps.grades.settle(row.organisationId, row.id, holder, settlement);
        }),
      );
      return rows.length === batchLimit;
    },
  };
}

async function sendGrade(deps: GradeSenderDeps, row: GradeRow): Promise<Settlement> {
  const [person, registration] = await Promise.all([
    deps.persons.find(row.organisationId, row.personId),
    deps.platforms.findRegistration(row.organisationId, row.registrationId),
  ]);
  if (person === undefined || registration === undefined) return failed('grade.receiver-gone');
  const score: ScoreToSend = {
    client: { issuer: registration.issuer, clientId: registration.clientId },
    lineItemUrl: row.lineItemUrl,
    userId: person.subject,
    scoreGiven: row.score,
    scoreMaximum,
    comment: row.comment,
  };
  const outcome = await deps.client.sendScore(score);
  const settlement = await settle(deps, row, score, outcome);
  const { state, lastError } = settlement;
  deps.log.info({ grade: row.id, outcome: outcome.kind, state, reason: lastError }, 'grade.tried');
  return settlement;
}

async function settle(
  deps: GradeSenderDeps,
  row: GradeRow,
  score: ScoreToSend,
  outcome: ScoreOutcome,
): Promise<Settlement> {
  const now = deps.clock();
  if (outcome.kind === 'sent')
    return { state: 'sent', nextAt: 0, sentAt: now, lastError: '', lastPostAt: now };
  if (outcome.kind === 'conflict') {
    const held = await deps.client.readResult(score);
    if (holds(held, row.score))
      return { state: 'sent', nextAt: 0, sentAt: now, lastError: '', lastPostAt: now };
    const waitMs = row.tries < restamps ? restampMs : backoffMs(gradeBackoff, row.tries + 1, deps.chance());
    return { state: 'pending', nextAt: now + waitMs, sentAt: null, lastError: 'grade.conflict', lastPostAt: now };
  }
  const code = `grade.${outcome.kind}: ${outcome.detail}`;
  if (outcome.kind === 'permanent' && row.tries + 1 >= permanentTries) return failed(code);
  return later(deps, row, code, outcome.kind === 'retry' ? outcome.afterMs : null);
}

/** The next try, when the platform asks for it or else after a growing wait; none once the grade is too old. */
function later(deps: GradeSenderDeps, row: GradeRow, lastError: string, askedMs: number | null): Settlement {
  const now = deps.clock();
  if (now - row.createdAt > giveUpAfterMs) return failed(lastError);
  const waitMs = askedMs ?? backoffMs(gradeBackoff, row.tries + 1, deps.chance());
  return { state: 'pending', nextAt: now + waitMs, sentAt: null, lastError, lastPostAt: now };
}

/** A conflict after a lost answer means success: the platform holds what we wanted. */
function holds(result: ResultOutcome, score: number): boolean {
  if (result.kind !== 'read' || result.score === null) return false;
  const held = (result.score / (result.maximum ?? scoreMaximum)) * scoreMaximum;
  return Math.abs(held - score) < 0.01;
}

function failed(lastError: string): Settlement {
  return { state: 'failed', nextAt: 0, sentAt: null, lastError, lastPostAt: null };
}
