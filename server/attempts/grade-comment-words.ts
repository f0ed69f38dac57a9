/** Short, because a gradebook shows one line. */
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { Level } from '../../scenarios/kit/measurement-types.ts';
import type { Language } from '../../scenarios/world/base.ts';
import { counted } from '../base/plural.ts';

type Band = readonly [low: number, high: number];

export interface CommentWords {
  readonly head: (attempt: number, scenes: number) => string;
  /** The whole comment below a level. */
  readonly done: (attempt: number) => string;
  readonly overall: (level: string, band: Band) => string;
  readonly ofDimension: (dimension: string, level: string, band: Band) => string;
  /** @param dimension null: overall */
  readonly onlyLevel: (dimension: string | null, level: string) => string;
  readonly levelNumber: (level: Level) => string;
  readonly level: (name: string, level: Level) => string;
  readonly between: (low: string, high: string, lowLevel: Level, highLevel: Level) => string;
  readonly strengths: (dimensions: string) => string;
  readonly nextSteps: (dimensions: string) => string;
  readonly tail: string;
  readonly levels: Readonly<Record<Level, string>>;
  readonly dimensions: Readonly<Record<Dimension, string>>;
}

const fr: CommentWords = {
  head: (attempt, scenes) =>
    `NUM+ essai ${attempt} (${counted('fr', scenes, { one: 'scène', other: 'scènes' })}, version pilote).`,
  done: (attempt) => `NUM+ essai ${attempt}\u00a0: fait. Le détail est dans NUM+.`,
  overall: (level, [low, high]) => `Niveau global\u00a0: ${level}, marge ${low}–${high}.`,
  ofDimension: (dimension, level, [low, high]) => `${dimension}\u00a0: ${level}, marge ${low}–${high}.`,
  onlyLevel: (dimension, level) => `${dimension ?? 'Niveau global'}\u00a0: ${level}.`,
  levelNumber: (level) => `La note ${level * 25} veut dire\u00a0: niveau ${level} sur 4.`,
  level: (name, level) => `${name} (${level} sur 4)`,
  between: (low, high, lowLevel, highLevel) =>
    `entre «\u00a0${low}\u00a0» et «\u00a0${high}\u00a0» (${lowLevel}–${highLevel} sur 4)`,
  strengths: (dimensions) => `Forces\u00a0: ${dimensions}.`,
  nextSteps: (dimensions) => `Prochain pas\u00a0: ${dimensions}.`,
  tail: 'Rapport complet dans NUM+. Ce n’est pas une note d’examen.',
  levels: {
    1: 'Je découvre',
    2: 'Je fais avec un peu d’aide',
    3: 'Je fais sans aide',
    4: 'Je m’adapte et j’aide les autres',
  },
  dimensions: {
    OUT: 'Appareils',
    INF: 'S’informer',
    COM: 'Communiquer',
    PRO: 'Produire',
    SEC: 'Se protéger',
    RES: 'Se débrouiller',
  },
};

const en: CommentWords = {
  head: (attempt, scenes) =>
    `NUM+ attempt ${attempt} (${counted('en', scenes, { one: 'scene', other: 'scenes' })}, pilot version).`,
  done: (attempt) => `NUM+ attempt ${attempt}: done. See the details in NUM+.`,
  overall: (level, [low, high]) => `Overall: ${level}, range ${low}–${high}.`,
  ofDimension: (dimension, level, [low, high]) => `${dimension}: ${level}, range ${low}–${high}.`,
  onlyLevel: (dimension, level) => `${dimension ?? 'Overall'}: ${level}.`,
  levelNumber: (level) => `The grade ${level * 25} means level ${level} of 4.`,
  level: (name, level) => `${name} (${level} of 4)`,
  between: (low, high, lowLevel, highLevel) =>
    `between “${low}” and “${high}” (${lowLevel}–${highLevel} of 4)`,
  strengths: (dimensions) => `Strengths: ${dimensions}.`,
  nextSteps: (dimensions) => `Next step: ${dimensions}.`,
  tail: 'Full report in NUM+. This is not an exam grade.',
  levels: {
    1: 'I’m getting started',
    2: 'I can do it with some help',
    3: 'I can do it on my own',
    4: 'I adapt and help others',
  },
  dimensions: {
    OUT: 'Devices',
    INF: 'Find information',
    COM: 'Communicate',
    PRO: 'Create documents',
    SEC: 'Stay safe',
    RES: 'Solve problems',
  },
};

export const commentWords: Readonly<Record<Language, CommentWords>> = { fr, en };
