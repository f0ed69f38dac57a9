import { namesIn } from '../kit/feature-facts.ts';
import type { TextFeatures } from '../kit/log.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Names of what a text says, for a reader. Only a scene that asks for a time tells an hour from a duration or an
 * amount, and only a scene with a code knows which digits are one. Elsewhere these two names would be guesses, so they are
 * left out.
 */
export function namesAsked({ shared }: Pick<Vocabulary, 'shared'>, features: TextFeatures): string[] {
  const names = namesIn(features);
  if (shared === undefined) return names;
  const { answer, recognises } = shared;
  const guessed = new Set([
    ...(answer === null && recognises.time === undefined ? ['time'] : []),
    ...(recognises.code === undefined ? ['code'] : []),
  ]);
  return names.filter((name) => !guessed.has(name));
}
