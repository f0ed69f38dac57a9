/** Comments are plain text without `<` or line breaks: safe in both of Moodle's renderings. */
import type { Adaptation } from '../../scenarios/measurement/adaptations.ts';
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { Estimate, Measure } from '../../scenarios/kit/measurement-types.ts';
import type { Language } from '../../scenarios/world/base.ts';
import { dimensionNames } from '../content/dimension-names.ts';
import { commentWords, type CommentWords } from './grade-comment-words.ts';

/** In characters; some gradebooks cut longer comments. */
export const longestComment = 300;

interface CommentFacts {
  readonly attemptNumber: number;
  readonly measure: Measure;
  readonly adaptations: readonly Adaptation[];
  readonly strengths: readonly Dimension[];
  /** Empty if too little was played. */
  readonly toWorkOn: readonly Dimension[];
}

/** If the comment is too long, counts adaptations, then drops the strengths, then all but level and score. */
export function gradeComment(language: Language, facts: CommentFacts): string {
  const words = commentWords[language];
  const { attemptNumber, measure, adaptations, strengths, toWorkOn } = facts;
  const names = (of: readonly Dimension[]): string => of.map((one) => words.dimensions[one]).join(', ');
  const head = [
    words.head(attemptNumber, measure.scenes),
    words.overall(levelInWords(words, measure.overall), measure.overall.scoreBand),
  ];
  const strengthParts = [
    ...(strengths.length === 0 ? [] : [words.strengths(names(strengths))]),
    ...(toWorkOn.length === 0 ? [] : [words.toWorkOn(names(toWorkOn))]),
  ];
  const eased = adaptations.map((one) => words.adaptations[one]);
  const named = eased.length === 0 ? [] : [words.eased(eased.join(', '))];
  const counted = eased.length === 0 ? [] : [words.easedCount(eased.length)];
  const variants = [
    [...strengthParts, ...named],
    [...strengthParts, ...counted],
    [...strengthParts.slice(1), ...counted],
    [],
  ];
  const [shortest = '', ...longer] = variants
    .map((parts) => [...head, ...parts, words.tail].join(' '))
    .reverse();
  return longer.findLast((one) => one.length <= longestComment) ?? shortest;
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

function levelInWords(words: CommentWords, { level, between }: Estimate): string {
  if (between === null) return words.level(words.levels[level], level);
  const [low, high] = level < between ? ([level, between] as const) : ([between, level] as const);
  return words.between(words.levels[low], words.levels[high], low, high);
}
