import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { LogEntry, ScoredScene } from '../../scenarios/kit/log.ts';
import type { Estimate, Measure } from '../../scenarios/kit/measurement-types.ts';
import { hasLevel, isDimensionPrecise } from '../../scenarios/measurement/has-level.ts';
import type { Language } from '../../scenarios/world/base.ts';
import { unlessThrown } from '../base/errors.ts';
import type { Content } from '../content/load.ts';
import type { GradeKind } from '../contract/grade-kinds.ts';
import type { Attempt, AttemptProgress } from '../storage/ports/attempts.ts';
import type { GradeIntent } from '../storage/ports/grades.ts';
import { tell } from '../told/tell.ts';
import { dimensionComment, doneComment, gradeComment, levelComment } from './grade-comment.ts';
import { scoreOfDimension } from './measure.ts';

type ContentPart = Pick<Content, 'getForm' | 'getBank' | 'publicScene' | 'evidence' | 'evidenceTexts'>;

export interface GradedFacts extends Pick<AttemptProgress, 'measure' | 'score'> {
  readonly attempt: Attempt;
  /** Those that count. */
  readonly results: readonly ScoredScene[];
  readonly language: Language;
  readonly kind: GradeKind;
}

type Part = Pick<GradeIntent, 'score' | 'comment'>;

/** Done is done: everybody who played the minimum gets it. */
const scoreOfDone = 100;
/** Levels 1 to 4 become 25 to 100. */
const scorePerLevel = 25;

/**
 * Score and comment for one column. As a measure, a dimension's score is a percentage of the points of its items of
 * the bank. Without a level it is done, whatever was chosen: no number says more.
 * @param dimension null: the activity's column
 * @returns null if too little was played, or the dimension is not precise enough
 * @throws AppError if form or bank does not exist
 */
export function gradePart(
  content: ContentPart,
  facts: GradedFacts,
  dimension: Dimension | null,
): Part | null {
  const { attempt, measure, score, language, kind } = facts;
  if (measure === null || score === null) return null;
  const done = { score: scoreOfDone, comment: doneComment(language, attempt.number) };
  if (kind === 'done') return done;
  if (!hasLevel(measure, content.getForm(attempt.form).minScenes)) return dimension === null ? done : null;
  const estimate = dimension === null ? measure.overall : measure.dimensions[dimension];
  if (estimate === undefined || (dimension !== null && !isDimensionPrecise(estimate))) return null;
  if (kind === 'level') {
    const { scenes } = measure;
    const comment = levelComment(language, { attemptNumber: attempt.number, scenes, dimension, estimate });
    return { score: estimate.level * scorePerLevel, comment };
  }
  return dimension === null
    ? wholePart(content, facts, { measure, score })
    : dimensionPart(content, facts, measure, { dimension, estimate });
}

/** Null also if the attempt's content is gone: that must not block what is decided about others. */
export function findGradePart(...asked: Parameters<typeof gradePart>): Part | null {
  return unlessThrown(() => gradePart(...asked), 'scenario.unknown', 'bank.unknown') ?? null;
}

function wholePart(
  content: ContentPart,
  { attempt, results, language }: GradedFacts,
  { measure, score }: { readonly measure: Measure; readonly score: number },
): Part {
  const bank = content.getBank(measure.bankVersion);
  const told = tell(content, {
    results,
    seed: attempt.seed,
    startedAt: attempt.createdAt,
    bank,
    hasLevel: true,
  });
  const comment = gradeComment(language, { attemptNumber: attempt.number, measure, told });
  return { score, comment };
}

function dimensionPart(
  content: ContentPart,
  { attempt, results, language }: GradedFacts,
  { bankVersion, scenes }: Measure,
  { dimension, estimate }: { readonly dimension: Dimension; readonly estimate: Estimate },
): Part {
  const { score, scoreBand } = scoreOfDimension(content, bankVersion, results, { dimension, estimate });
  return {
    score,
    comment: dimensionComment(language, {
      attemptNumber: attempt.number,
      scenes,
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
