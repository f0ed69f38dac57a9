/** A score's timestamp is the time of sending. Details of responses go to the log, never to the database. */
import type { Grades, ScoreToSend } from '../../lti/services/grades.ts';
import type { LinkItemOutcome } from '../../lti/services/line-items.ts';
import type { PlayerRef } from '../attempts/counting-grade.ts';
import type { Log } from '../base/log.ts';
import { isCounting } from '../storage/is-counting.ts';
import type { AttemptsPort } from '../storage/ports/attempts.ts';
import type { GradeRow, GradeSettlement, GradesPort } from '../storage/ports/grades.ts';
import type { PersonsPort } from '../storage/ports/persons.ts';
import type { PlatformsPort } from '../storage/ports/platforms.ts';
import type { ResourceLinksPort } from '../storage/ports/resource-links.ts';
import type { DimensionLineItems } from './dimension-line-items.ts';
import {
  type Failure,
  showsScore,
  scoreMaximum,
  settleFailure,
  settleNoColumn,
  settleRecipientGone,
  settleSent,
  settleUnexpected,
  settleWithdrawn,
} from './settle-grade.ts';
import type { WorkerTask } from './worker.ts';

const delayed: Failure = {
  kind: 'retry',
  because: 'busy',
  mayBeDone: false,
  afterMs: null,
  detail: 'delayed past the lease',
};

export interface GradeSenderDeps {
  readonly grades: GradesPort;
  readonly attempts: Pick<AttemptsPort, 'find'>;
  readonly persons: Pick<PersonsPort, 'find'>;
  readonly platforms: Pick<PlatformsPort, 'findRegistration' | 'findDeployment'>;
  readonly resourceLinks: Pick<ResourceLinksPort, 'find'>;
  readonly dimensionLineItems: DimensionLineItems;
  readonly findLinkLineItem: (row: GradeRow, client: ScoreToSend['client']) => Promise<LinkItemOutcome>;
  readonly client: Grades;
  readonly showCountingGrade: (player: PlayerRef) => Promise<void>;
  /** Asked if the gradebook refuses a person; true: their attempts no longer count. */
  readonly withdrawIfStaff: (player: PlayerRef) => Promise<boolean>;
  readonly clock: () => number;
  /** In [0, 1). */
  readonly chance: () => number;
  readonly randomId: () => string;
  readonly log: Log;
}

/** Covers reads, post and result with their time-outs. If creating a column takes longer, the next try finds it. */
const leaseMs = 60_000;
/** Longer than the slowest post, with a new token and a second post. */
const postMs = 30_000;
const batchLimit = 20;
/** Moodle refuses a second score within the same second; applied to every LMS. */
const minGapMs = 1_000;

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
            return settleUnexpected(row, describeTry(deps, true));
          });
          if (settlement === null) {
            await deps.grades.release(row.organisationId, row.id, holder);
            return;
          }
          await deps.grades.settle(row.organisationId, row.id, holder, settlement);
          const { state, lastError } = settlement;
          // Set aside or held, not without a column: another attempt may count now.
          if (state === 'withdrawn' && lastError === '') await deps.showCountingGrade(row);
          if (state === 'failed') deps.log.warn({ ...idsOf(row), reason: lastError }, 'grade.given-up');
        }),
      );
      return rows.length === batchLimit;
    },
  };
}

/** Returns null if stopped before posting. */
async function sendGrade(
  deps: GradeSenderDeps,
  row: GradeRow,
  lease: { readonly until: number; readonly isStopping: () => boolean },
): Promise<GradeSettlement | null> {
  const [attempt, person, registration, isRevoked] = await Promise.all([
    deps.attempts.find(row.organisationId, row.attemptId),
    deps.persons.find(row.organisationId, row.personId),
    deps.platforms.findRegistration(row.organisationId, row.registrationId),
    isDeploymentRevoked(deps, row),
  ]);
  if (attempt !== undefined && !isCounting(attempt.progress)) return settleWithdrawn(row);
  if (person === undefined || registration === undefined) return settleRecipientGone(row);
  if (isRevoked) return settleFailure(row, { kind: 'revoked', detail: '' }, describeTry(deps, false));
  if (lease.isStopping()) return null;
  const client = { issuer: registration.issuer, clientId: registration.clientId };
  const item = await findItem(deps, row, client);
  if (item.kind !== 'there') {
    note(deps, row, item);
    if (item.kind === 'none') return settleNoColumn(row);
    return settleFailure(row, item, describeTry(deps, false));
  }
  // Not earlier: it could leave a column whose address nobody knows.
  if (lease.isStopping()) return null;
  // The lease ends soon: another worker may take it and have a newer score.
  if (deps.clock() > lease.until - postMs) return settleFailure(row, delayed, describeTry(deps, false));
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

async function isDeploymentRevoked(
  { platforms, resourceLinks }: GradeSenderDeps,
  { organisationId, registrationId, resourceLinkId }: GradeRow,
): Promise<boolean> {
  const link = await resourceLinks.find(organisationId, resourceLinkId);
  if (link === undefined) return false;
  const deployment = await platforms.findDeployment(organisationId, registrationId, link.deploymentId);
  return deployment?.status === 'revoked';
}

async function findItem(
  { dimensionLineItems, findLinkLineItem }: GradeSenderDeps,
  row: GradeRow,
  client: ScoreToSend['client'],
): Promise<LinkItemOutcome> {
  if (row.dimension === null) return findLinkLineItem(row, client);
  return dimensionLineItems.find(row, row.dimension, client);
}

async function post(deps: GradeSenderDeps, row: GradeRow, score: ScoreToSend): Promise<GradeSettlement> {
  const outcome = await deps.client.sendScore(score);
  note(deps, row, outcome);
  // An earlier post may have arrived, or a teacher's own grade may stand.
  if (outcome.kind === 'sent' || outcome.kind === 'conflict') {
    const sentAt = deps.clock();
    const result = await deps.client.readResult(score);
    if (outcome.kind === 'sent' || showsScore(result, row.score)) return settleSent(row, sentAt, result);
  }
  if (outcome.kind === 'refused' && outcome.because === 'item-gone') deps.dimensionLineItems.forget(row);
  if (outcome.kind === 'refused' && outcome.because === 'person' && (await deps.withdrawIfStaff(row))) {
    return settleWithdrawn(row);
  }
  return settleFailure(row, outcome, describeTry(deps, true));
}

function describeTry(
  { clock, chance }: GradeSenderDeps,
  posted: boolean,
): Parameters<typeof settleFailure>[2] {
  return { now: clock(), chance: chance(), posted };
}

function note(
  { log }: GradeSenderDeps,
  row: GradeRow,
  outcome: Failure | { readonly kind: 'sent' | 'none' },
): void {
  const { kind } = outcome;
  const detail = 'detail' in outcome ? outcome.detail : '';
  log.info({ ...idsOf(row), tries: row.tries + 1, outcome: kind, detail }, 'grade.tried');
}

function idsOf({ id, attemptId }: GradeRow): { readonly grade: string; readonly attempt: string } {
  return { grade: id, attempt: attemptId };
}
