import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { LogEntry, ScoredScene } from '../../scenarios/kit/log.ts';
import { hasLevel, isDimensionPrecise } from '../../scenarios/measurement/has-level.ts';
import { scoreAt } from '../../scenarios/measurement/score.ts';
import type { Language } from '../../scenarios/world/base.ts';
import type { Content } from '../content/load.ts';
import type { Attempt, AttemptProgress } from '../storage/ports/attempts.ts';
import type { GradeIntent } from '../storage/ports/grades.ts';
import { tell } from '../told/tell.ts';
import { dimensionComment, doneComment, gradeComment } from './grade-comment.ts';

type ContentPart = Pick<Content, 'getForm' | 'getBank' | 'publicScene' | 'evidence' | 'evidenceTexts'>;

export interface GradedFacts extends Pick<AttemptProgress, 'measure' | 'score' | 'adaptations'> {
  readonly attempt: Attempt;
  /** Those that count. */
  readonly results: readonly ScoredScene[];
  readonly language: Language;
}

type Part = Pick<GradeIntent, 'score' | 'comment'>;

/**
 * Score and comment for one column. A dimension's score is the expected percentage of points on its items of
 * the bank.
 * @param dimension null: the activity's column
 * @returns null if too little was played, or the dimension is not precise enough
 * @throws AppError if form or bank does not exist
 */
export function gradePart(
  content: ContentPart,
  facts: GradedFacts,
  dimension: Dimension | null,
): Part | null {
  const { attempt, measure, score, adaptations, results, language } = facts;
  if (measure === null || score === null) return null;
  const attemptNumber = attempt.number;
  if (!hasLevel(measure, content.getForm(attempt.form).minScenes)) {
    return dimension === null ? { score, comment: doneComment(language, attemptNumber) } : null;
  }
  const bank = content.getBank(measure.bankVersion);
  if (dimension === null) {
    const told = tell(content, { results, seed: attempt.seed, bank, hasLevel: true });
    return { score, comment: gradeComment(language, { attemptNumber, measure, adaptations, told }) };
  }
  const estimate = measure.dimensions[dimension];
  if (estimate === undefined || !isDimensionPrecise(estimate)) return null;
  const items = bank.items.filter((item) => item.dimension === dimension);
  const [low, high] = estimate.band;
  const scoreBand = [scoreAt(items, low), scoreAt(items, high)] as const;
  return {
    score: scoreAt(items, estimate.theta),
    comment: dimensionComment(language, {
      attemptNumber,
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
