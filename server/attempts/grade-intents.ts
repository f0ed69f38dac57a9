/** Which scores of an attempt go to the gradebook: one for the activity, and one per dimension where wished. */
import { dimensions } from '../../scenarios/dimensions.ts';
import { scoreAt } from '../../scenarios/measurement/score.ts';
import type { Measure } from '../../scenarios/measurement/types.ts';
import type { GradeIntent } from '../storage/ports/grades.ts';
import { dimensionComment, gradeComment } from '../texts/grade-comment.ts';
import type { Asker, AttemptServices } from './services.ts';
import { standingOf } from './strengths.ts';
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
  const { measure, score } = progress;
  const isGraded = asker.role === 'learner' && !asker.testUser && !attempt.practice;
  if (!isGraded || asker.lineItemUrl === null || measure === null || score === null) return [];
  const { dimensionsFrom } = services.content.getForm(attempt.form);
  const { adaptations } = progress;
  const facts = {
    attemptNumber: attempt.number,
    measure,
    adaptations,
    ...standingOf(measure, dimensionsFrom),
  };
  const own = {
    ...{ lineItemUrl: asker.lineItemUrl, dimension: null, score },
    comment: gradeComment(asker.language, facts),
  };
  return [own, ...dimensionParts(services, asker, work, measure)].map((part) => ({
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
  }));
}

type Part = Pick<GradeIntent, 'lineItemUrl' | 'dimension' | 'score' | 'comment'>;

/** Only where the activity wishes it, the LMS lets us make columns, and enough was played to say something. */
function dimensionParts(
  { content }: Services,
  { settings, lineItemsUrl, language }: Asker,
  { attempt }: Work,
  measure: Measure,
): Part[] {
  const { dimensionsFrom } = content.getForm(attempt.form);
  if (!settings.dimensionItems || lineItemsUrl === null || measure.scenes < dimensionsFrom) return [];
  const bank = content.getBank(measure.bankVersion);
  // Without an id of its own an activity shares its columns with others of the same form: a copied course must not
  // get them twice.
  const resourceId = encodeURIComponent(settings.activity ?? `numplus-${attempt.form}`);
  const { scenes } = measure;
  return dimensions.flatMap((dimension): Part[] => {
    const estimate = measure.dimensions[dimension];
    if (estimate === undefined) return [];
    // As the overall score, over the bank's items of this dimension alone.
    const items = bank.items.filter((item) => item.dimension === dimension);
    const [low, high] = estimate.band;
    const scoreBand = [scoreAt(items, low), scoreAt(items, high)] as const;
    const facts = { attemptNumber: attempt.number, dimension, scenes, estimate, scoreBand };
    return [
      {
        lineItemUrl: `${lineItemsUrl}#${resourceId}/${dimension}`,
        dimension,
        score: scoreAt(items, estimate.theta),
        comment: dimensionComment(language, facts),
      },
    ];
  });
}
