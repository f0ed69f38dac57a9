import type { TextFeatures } from '../kit/log.ts';
import { plainText, plainWords } from '../world/plain-text.ts';
import { textFeatures } from './text-features.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A search of at least this many words reads as a question to a person. */
const SENTENCE_WORDS = 7;

export function searchFeatures(vocabulary: Vocabulary, typed: string): TextFeatures {
  const words = plainWords(plainText(typed));
  return { ...textFeatures(vocabulary, { phrases: [], typed }), sentence: words.length >= SENTENCE_WORDS };
}
