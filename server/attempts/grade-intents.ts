import { dimensions } from '../../scenarios/kit/dimensions.ts';
import type { GradeIntent } from '../storage/ports/grades.ts';
import { gradePart } from './grade-parts.ts';
import type { PlayerLaunch, AttemptServices } from './services.ts';
import type { AttemptTransaction } from './transaction.ts';

type Services = Pick<AttemptServices, 'content' | 'randomId'>;
type Work = Pick<AttemptTransaction, 'attempt' | 'progress' | 'receivedAt'>;

/** Without the end of a scene for so long, a person has stopped. */
export const quietMs = 30 * 60_000;

/**
 * None below the form's minimum of scenes, for staff and test persons, or without a column. An earlier
 * attempt's grade stays meanwhile.
 */
export function gradeIntents(
  services: Services,
  launch: PlayerLaunch,
  transaction: Work,
  dueAt: number,
): GradeIntent[] {
  const { attempt, progress, receivedAt } = transaction;
  const isGraded = launch.role === 'learner' && !launch.testUser && !attempt.practice;
  if (!isGraded || progress.score === null) return [];
  return columnsOf(launch, attempt.form).flatMap((column): GradeIntent[] => {
    const part = gradePart(
      services.content,
      { ...progress, attempt, language: launch.language },
      column.dimension,
    );
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
  { lineItemUrl, lineItemsUrl, settings }: PlayerLaunch,
  form: string,
): Pick<GradeIntent, 'lineItemUrl' | 'dimension'>[] {
  if (lineItemUrl === null) return [];
  const activityColumn = { lineItemUrl, dimension: null };
  if (!settings.dimensionItems || lineItemsUrl === null) return [activityColumn];
  // Without an id, activities of a form share columns: copying a course duplicates none.
  const resourceId = encodeURIComponent(settings.activity ?? `numplus-${form}`);
  return [
    activityColumn,
    ...dimensions.map((dimension) => ({
      lineItemUrl: `${lineItemsUrl}#${resourceId}/${dimension}`,
      dimension,
    })),
  ];
}
