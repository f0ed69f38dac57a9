/** Divides a text into sentences and clauses, and says which words are denied, asked or only supposed. */
import type { Lexicon, Segment } from './lexicon.ts';
import { wordsIn } from './lexicon.ts';

export interface Hit {
  readonly kinds: readonly string[];
  readonly words: readonly string[];
  /** A negation stands before it in its clause. */
  readonly denied: boolean;
  /** A negation stands right after it, as French verbs have it: « clique pas ». */
  readonly deniedAfter: boolean;
  readonly asked: boolean;
  readonly supposed: boolean;
  /** « le message suspect »: taken for granted, whatever the clause denies or asks. */
  readonly given: boolean;
  /** The person speaks of themselves: « je ne clique pas ». */
  readonly own: boolean;
}

/** A negation reaches so many words: « je ne pense pas que ce soit un virus ». */
const NEGATION_REACH = 7;

/** All expressions of the text in order, with what their clauses make of them. */
export function readHits(lexicon: Lexicon, plain: string): readonly Hit[] {
  return sentencesOf(plain).flatMap(({ parts, isQuestion }) => {
    const clauses = parts.map((part) => lexicon.segments(wordsIn(part)));
    const opened = clauses.some((clause) => clause.some(({ kinds }) => kinds.includes('questions')));
    return clauses.flatMap((clause) => readClause(clause, isQuestion && !opened));
  });
}

/** Sentences between strong stops, parts between commas. */
export function sentencesOf(plain: string): { parts: readonly string[]; isQuestion: boolean }[] {
  return (plain.match(/(?:[^.!?…\n;]|\.(?=\d))+[.!?…\n;]*/gu) ?? []).map((sentence) => ({
    parts: sentence.split(/[,:()«»"“”]|[.!?…\n;]+$/u).filter((part) => part.trim() !== ''),
    isQuestion: /\?[.!?…\s]*$/u.test(sentence),
  }));
}

function readClause(segments: readonly Segment[], isAsked: boolean): Hit[] {
  let asked = isAsked;
  let supposed = false;
  let sinceNegation = Infinity;
  let sinceOpinion = Infinity;
  return segments.map((segment, index): Hit => {
    const { kinds, words } = segment;
    const is = (kind: string): boolean => kinds.includes(kind);
    if (is('questions')) asked = true;
    if (is('conditions')) supposed = true;
    const startsAnew = is('starts') && sinceOpinion > 3;
    if (is('links') || startsAnew) {
      sinceNegation = Infinity;
      if (is('links')) supposed = false;
    }
    const hit = {
      kinds,
      words,
      denied: sinceNegation <= NEGATION_REACH,
      deniedAfter: followsNegation(segments, index),
      asked,
      supposed,
      given: isGiven(segments, index),
      own: speaksOfSelf(segments, index),
    };
    sinceNegation = is('negators') ? 1 : sinceNegation + words.length;
    sinceOpinion = is('opinions') ? 1 : sinceOpinion + words.length;
    return hit;
  });
}

function followsNegation(segments: readonly Segment[], index: number): boolean {
  return segments.slice(index + 1, index + 3).some(({ kinds }) => kinds.includes('negators'));
}

/** Beside a word of the topic that « le » or “the” stands before; an English adjective comes first. */
function isGiven(segments: readonly Segment[], index: number): boolean {
  const is = (at: number, kind: string): boolean => segments[at]?.kinds.includes(kind) === true;
  const comesFirst = is(index + 1, 'topic') && is(index - 1, 'definites');
  return comesFirst || (is(index - 1, 'topic') && is(index - 2, 'nounFirst'));
}

function speaksOfSelf(segments: readonly Segment[], index: number): boolean {
  const before = segments.slice(Math.max(0, index - 3), index);
  return before.some(({ kinds }) => kinds.includes('self'));
}
