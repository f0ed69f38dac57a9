import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { LogEntry } from '../../scenarios/kit/log.ts';
import { scoreAt } from '../../scenarios/measurement/score.ts';
import type { Language } from '../../scenarios/world/base.ts';
import type { Content } from '../content/load.ts';
import type { Attempt, AttemptProgress } from '../storage/ports/attempts.ts';
import type { GradeIntent } from '../storage/ports/grades.ts';
import { dimensionComment, gradeComment } from './grade-comment.ts';
import { pickStrengths } from './strengths.ts';

export interface GradedFacts extends Pick<AttemptProgress, 'measure' | 'score' | 'adaptations'> {
  readonly attempt: Attempt;
  readonly language: Language;
}

type Part = Pick<GradeIntent, 'score' | 'comment'>;

/**
 * Score and comment for one column. A dimension's score is the expected percentage of points on its items of
 * the bank, from `dimensionsFrom` scenes on.
 * @param dimension null: the activity's column
 * @returns null if too little was played
 * @throws AppError if form or bank does not exist
 */
export function gradePart(
  content: Pick<Content, 'getForm' | 'getBank'>,
  facts: GradedFacts,
  dimension: Dimension | null,
): Part | null {
  const { attempt, measure, score, adaptations, language } = facts;
  if (measure === null || score === null) return null;
  const { dimensionsFrom } = content.getForm(attempt.form);
  const common = { attemptNumber: attempt.number, measure, adaptations };
  if (dimension === null) {
    return {
      score,
      comment: gradeComment(language, { ...common, ...pickStrengths(measure, dimensionsFrom) }),
    };
  }
  const estimate = measure.dimensions[dimension];
  if (estimate === undefined || measure.scenes < dimensionsFrom) return null;
  const items = content.getBank(measure.bankVersion).items.filter((item) => item.dimension === dimension);
  const [low, high] = estimate.band;
  const scoreBand = [scoreAt(items, low), scoreAt(items, high)] as const;
  return {
    score: scoreAt(items, estimate.theta),
    comment: dimensionComment(language, {
      attemptNumber: attempt.number,
      scenes: measure.scenes,
      dimension,
      estimate,
      scoreBand,
    }),
  };
}

/** The language of the last launch; French if there is none. */
export function commentLanguage(log: readonly LogEntry[]): Language {
  return log.findLast((entry) => entry.kind === 'launched')?.language ?? 'fr';
}
