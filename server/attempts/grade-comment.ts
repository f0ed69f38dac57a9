/** Comments are plain text without `<` or line breaks: safe in both of Moodle's renderings. */
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { Estimate, Measure } from '../../scenarios/kit/measurement-types.ts';
import type { Language } from '../../scenarios/world/base.ts';
import { dimensionNames } from '../content/dimension-names.ts';
import type { Told } from '../told/tell.ts';
import { commentWords, type CommentWords } from './grade-comment-words.ts';

interface CommentFacts {
  readonly attemptNumber: number;
  readonly measure: Measure;
  readonly told: Pick<Told, 'strengths' | 'nextSteps'>;
}

/** Below a level: neither level nor number. */
export function doneComment(language: Language, attemptNumber: number): string {
  return commentWords[language].done(attemptNumber);
}

interface LevelFacts {
  readonly attemptNumber: number;
  readonly scenes: number;
  /** Null: the overall level. */
  readonly dimension: Dimension | null;
  readonly estimate: Pick<Estimate, 'level' | 'between'>;
}

/** Says what the number in the column stands for. */
export function levelComment(
  language: Language,
  { attemptNumber, scenes, dimension, estimate }: LevelFacts,
): string {
  const words = commentWords[language];
  const name = dimension === null ? null : dimensionNames[language][dimension];
  return [
    words.head(attemptNumber, scenes),
    words.onlyLevel(name, levelInWords(words, estimate)),
    words.levelNumber(estimate.level),
    words.tail,
  ].join(' ');
}

/** Adaptations stay out: they may tell of a person's health. */
export function gradeComment(language: Language, facts: CommentFacts): string {
  const words = commentWords[language];
  const { attemptNumber, measure, told } = facts;
  const names = (of: readonly Dimension[]): string => of.map((one) => words.dimensions[one]).join(', ');
  const head = [
    words.head(attemptNumber, measure.scenes),
    words.overall(levelInWords(words, measure.overall), measure.overall.scoreBand),
  ];
  const strengths = told.strengths.length === 0 ? [] : [words.strengths(names(told.strengths))];
  const steps = told.nextSteps.map(({ dimension }) => dimension);
  const nextSteps = steps.length === 0 ? [] : [words.nextSteps(names(steps))];
  return [...head, ...strengths, ...nextSteps, words.tail].join(' ');
}

interface DimensionFacts {
  readonly attemptNumber: number;
  readonly dimension: Dimension;
  readonly scenes: number;
  readonly estimate: Estimate;
  readonly scoreBand: readonly [number, number];
}

export function dimensionComment(language: Language, facts: DimensionFacts): string {
  const words = commentWords[language];
  const { attemptNumber, scenes, dimension, estimate, scoreBand } = facts;
  return [
    words.head(attemptNumber, scenes),
    words.ofDimension(dimensionNames[language][dimension], levelInWords(words, estimate), scoreBand),
    words.tail,
  ].join(' ');
}

function levelInWords(words: CommentWords, { level, between }: Pick<Estimate, 'level' | 'between'>): string {
  if (between === null) return words.level(words.levels[level], level);
  const [low, high] = level < between ? ([level, between] as const) : ([between, level] as const);
  return words.between(words.levels[low], words.levels[high], low, high);
}
