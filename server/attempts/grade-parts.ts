/** Score and comment for one column of a gradebook: the activity's own, or one dimension's (assessment.md §6.4). */
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { LogEntry } from '../../scenarios/kit/log.ts';
import { scoreAt } from '../../scenarios/measurement/score.ts';
import type { Language } from '../../scenarios/world/base.ts';
import type { Content } from '../content/load.ts';
import type { Attempt, AttemptProgress } from '../storage/ports/attempts.ts';
import type { GradeIntent } from '../storage/ports/grades.ts';
import { dimensionComment, gradeComment } from './grade-comment.ts';
import { standingOf } from './strengths.ts';

/** What a grade says, and in which language. */
export interface GradedFacts extends Pick<AttemptProgress, 'measure' | 'score' | 'adaptations'> {
  readonly attempt: Attempt;
  /** Of the launch: people read the gradebook in the LMS's language. */
  readonly language: Language;
}

type Part = Pick<GradeIntent, 'score' | 'comment'>;

/**
 * A dimension's score is the expected per cent of the points of the bank's items of that dimension at its own ability, from
 * the form's `dimensionsFrom` scenes on.
 * @param dimension null: the activity's own column
 * @returns null where too little was played for it
 * @throws AppError where form or bank is not there
 */
export function gradePart(
  content: Pick<Content, 'getForm' | 'getBank'>,
  facts: GradedFacts,
  dimension: Dimension | null,
): Part | null {
  const { attempt, measure, score, adaptations, language } = facts;
  if (measure === null || score === null) return null;
  const { dimensionsFrom } = content.getForm(attempt.form);
  const told = { attemptNumber: attempt.number, measure, adaptations };
  if (dimension === null) {
    return { score, comment: gradeComment(language, { ...told, ...standingOf(measure, dimensionsFrom) }) };
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

/** Language of the last launch: the one that people read the gradebook in. */
export function commentLanguage(log: readonly LogEntry[]): Language {
  return log.findLast((entry) => entry.kind === 'launched')?.language ?? 'fr';
}
