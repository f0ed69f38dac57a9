/** Which scores of a finished attempt go to the gradebook: one for the activity, and one per dimension where wished. */
import type { Dimension, SceneResult } from '../../scenarios/log.ts';
import type { GradeIntent } from '../storage/ports/grades.ts';
import { gradeComment } from '../texts/grade-comment.ts';
import { scoreOf } from './score.ts';
import type { Asker, AttemptServices } from './services.ts';
import type { AttemptWork } from './work.ts';

type Services = Pick<AttemptServices, 'content' | 'randomId'>;
type Work = Pick<AttemptWork, 'attempt' | 'receivedAt'>;

interface Outcome {
  readonly score: number;
  /** How many scenes were played to their end. */
  readonly done: number;
  readonly results: readonly SceneResult[];
}

const dimensions: readonly Dimension[] = ['OUT', 'INF', 'COM', 'PRO', 'SEC', 'RES'];

/** Staff and test persons never get a grade, nor does an activity without a grade column. */
export function gradeIntents(services: Services, asker: Asker, work: Work, outcome: Outcome): GradeIntent[] {
  const isGraded = asker.role === 'learner' && !asker.testUser && !work.attempt.practice;
  if (!isGraded || asker.lineItemUrl === null) return [];
  const own = { lineItemUrl: asker.lineItemUrl, dimension: null };
  const { score, results } = outcome;
  return [
    createIntent(services, asker, work, { ...own, score, results }),
    ...dimensionScores(services, asker, work, outcome).map((part) =>
      createIntent(services, asker, work, part),
    ),
  ];
}

type Part = Pick<GradeIntent, 'lineItemUrl' | 'dimension' | 'score'> & Pick<Outcome, 'results'>;

function createIntent(
  services: Services,
  asker: Asker,
  { attempt, receivedAt }: Work,
  { results, ...part }: Part,
): GradeIntent {
  return {
    ...part,
    id: services.randomId(),
    organisationId: attempt.organisationId,
    attemptId: attempt.id,
    personId: attempt.personId,
    registrationId: asker.registrationId,
    resourceLinkId: attempt.resourceLinkId,
    family: asker.family,
    comment: gradeComment(asker.language, { attemptNumber: attempt.number, results }),
    createdAt: receivedAt,
  };
}

/** Only where the activity wishes it, the LMS lets us make columns, and enough was played to say something. */
function dimensionScores(
  services: Services,
  { settings, lineItemsUrl }: Asker,
  { attempt }: Work,
  { done, results }: Outcome,
): Part[] {
  const { dimensionsFrom } = services.content.getForm(attempt.form);
  if (!settings.dimensionItems || lineItemsUrl === null || done < dimensionsFrom) return [];
  // Without an id of its own an activity shares its columns with others of the same form: a copied course must not
  // get them twice.
  const resourceId = encodeURIComponent(settings.activity ?? `numplus-${attempt.form}`);
  return dimensions.flatMap((dimension): Part[] => {
    const own = results.flatMap((result): SceneResult[] => {
      const items = result.items.filter((item) => item.dimension === dimension);
      return items.length === 0 ? [] : [{ ...result, items }];
    });
    const score = scoreOf(own);
    if (score === null) return [];
    return [{ lineItemUrl: `${lineItemsUrl}#${resourceId}/${dimension}`, dimension, score, results: own }];
  });
}
