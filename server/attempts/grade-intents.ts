/** Which scores of an attempt go to the gradebook: one for the activity, and one per dimension where wished. */
import { dimensions } from '../../scenarios/kit/dimensions.ts';
import type { GradeIntent } from '../storage/ports/grades.ts';
import { gradePart } from './grade-parts.ts';
import type { Asker, AttemptServices } from './services.ts';
import type { AttemptWork } from './work.ts';

type Services = Pick<AttemptServices, 'content' | 'randomId'>;
type Work = Pick<AttemptWork, 'attempt' | 'progress' | 'receivedAt'>;

/** After so long without another scene's end, a person has stopped, even if nothing told of it. */
export const quietMs = 30 * 60_000;

/**
 * None before the form's minimum of scenes. Staff and test persons never get a grade, nor does an activity without a
 * grade column. An earlier attempt's grade stands until there is one of this attempt.
 * @param dueAt not to be sent before, milliseconds since 1970 UTC
 */
export function gradeIntents(services: Services, asker: Asker, work: Work, dueAt: number): GradeIntent[] {
  const { attempt, progress, receivedAt } = work;
  const isGraded = asker.role === 'learner' && !asker.testUser && !attempt.practice;
  if (!isGraded || progress.score === null) return [];
  return columnsOf(asker, attempt.form).flatMap((column): GradeIntent[] => {
    const part = gradePart(
      services.content,
      { ...progress, attempt, language: asker.language },
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
        registrationId: asker.registrationId,
        resourceLinkId: attempt.resourceLinkId,
        family: asker.family,
        createdAt: receivedAt,
        dueAt,
      },
    ];
  });
}

/** The activity's own column, and one per dimension where the activity wishes it and the LMS lets us make columns. */
function columnsOf(
  { lineItemUrl, lineItemsUrl, settings }: Asker,
  form: string,
): Pick<GradeIntent, 'lineItemUrl' | 'dimension'>[] {
  if (lineItemUrl === null) return [];
  const own = { lineItemUrl, dimension: null };
  if (!settings.dimensionItems || lineItemsUrl === null) return [own];
  // Without an id of its own an activity shares its columns with others of the same form: a copied course must not
  // get them twice.
  const resourceId = encodeURIComponent(settings.activity ?? `numplus-${form}`);
  return [
    own,
    ...dimensions.map((dimension) => ({
      lineItemUrl: `${lineItemsUrl}#${resourceId}/${dimension}`,
      dimension,
    })),
  ];
}
