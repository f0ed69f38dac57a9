import { dimensions } from '../../scenarios/kit/dimensions.ts';
import type { LogEntry } from '../../scenarios/kit/log.ts';
import type { GradeIntent } from '../storage/ports/grades.ts';
import { findGradeKind, type GradeKindDeps } from './grade-kind.ts';
import { gradePart } from './grade-parts.ts';
import { measuredOf } from './graded-facts.ts';
import type { PlayerLaunch, AttemptServices } from './services.ts';
import type { AttemptTransaction } from './transaction.ts';

type Services = Pick<AttemptServices, 'content' | 'randomId'> & GradeKindDeps;
type Work = Pick<AttemptTransaction, 'attempt' | 'progress' | 'receivedAt'>;

/** If no scene ends for this long, the person has stopped playing. */
export const quietMs = 30 * 60_000;

/**
 * Returns grade requests, one per column. Empty below the form's minimum of scenes, for staff and test
 * persons, in practice, or without a column; the grade of an earlier attempt then stays.
 * @param dueAt earliest time to send, ms since 1970 UTC
 */
export async function gradeIntents(
  services: Services,
  launch: PlayerLaunch,
  transaction: Work,
  { log, dueAt }: { readonly log: readonly LogEntry[]; readonly dueAt: number },
): Promise<GradeIntent[]> {
  const { attempt, receivedAt } = transaction;
  const isGraded = launch.role === 'learner' && !launch.testUser && !attempt.practice;
  const measured = measuredOf(services.content, transaction, log);
  if (!isGraded || measured.score === null) return [];
  const kind = await findGradeKind(services, attempt);
  const facts = { ...measured, attempt, language: launch.language, kind };
  return columnsOf(launch, attempt.form).flatMap((column): GradeIntent[] => {
    // « Fait » says the same in every column.
    if (kind === 'done' && column.dimension !== null) return [];
    const part = gradePart(services.content, facts, column.dimension);
    if (part === null) return [];
    return [
      {
        ...column,
        ...part,
        id: services.randomId(),
        organisationId: attempt.organisationId,
        attemptId: attempt.id,
        personId: attempt.personId,
        registrationId: launch.registrationId,
        resourceLinkId: attempt.resourceLinkId,
        family: launch.family,
        createdAt: receivedAt,
        dueAt,
      },
    ];
  });
}

function columnsOf(
  { lineItemUrl, lineItemsUrl, resourceLinkId, settings }: PlayerLaunch,
  form: string,
): Pick<GradeIntent, 'lineItemUrl' | 'dimension'>[] {
  if (lineItemUrl === null) {
    // No column, or several: the worker looks.
    return lineItemsUrl === null
      ? []
      : [{ lineItemUrl: `${lineItemsUrl}#link/${resourceLinkId}`, dimension: null }];
  }
  const activityColumn = { lineItemUrl, dimension: null };
  if (!settings.dimensionItems || lineItemsUrl === null) return [activityColumn];
  // Without an activity id, all activities of a form share columns, so a copied course duplicates none.
  const resourceId = encodeURIComponent(settings.activity ?? `numplus-${form}`);
  return [
    activityColumn,
    ...dimensions.map((dimension) => ({
      lineItemUrl: `${lineItemsUrl}#${resourceId}/${dimension}`,
      dimension,
    })),
  ];
}
