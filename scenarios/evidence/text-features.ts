/**
 * Features of a text, whatever its spelling. Computed once, when the message is sent: evidence never sees the
 * text.
 */
import type { TextFeatures } from '../kit/log.ts';
import type { FeatureName } from '../schema/scenario.ts';
import { isBareHour } from './clock-times.ts';
import { findKeywords } from './keywords.ts';
import { plainText, plainWords } from '../world/plain-text.ts';
import { hasCode, hasLink } from './text-patterns.ts';
import { recognise, type Vocabulary, type WordKind } from './vocabulary.ts';

type Recognised = ReturnType<typeof recognise>;

interface Answer {
  readonly yes: 'clear' | 'likely' | null;
  readonly no: 'clear' | 'likely' | null;
}

export function textFeatures(
  vocabulary: Vocabulary,
  message: { readonly phrases: readonly string[]; readonly typed: string },
): TextFeatures & Readonly<Record<FeatureName, boolean>> {
  const chosen = new Set(message.phrases.flatMap((id) => vocabulary.phrases.get(id) ?? []));
  const clauses = readClauses(vocabulary, message.typed);
  const answers = clauses.map(answerOf);
  const has = (kind: WordKind): boolean =>
    clauses.some((clause) => clause.some((each) => each.kind === kind));
  return {
    ...decide([...answers, chosenAnswer(chosen)]),
    time: chosen.has('time') || clauses.some(saysTime),
    greeting: chosen.has('greeting') || has('greeting'),
    thanks: chosen.has('thanks') || has('thanks'),
    name: chosen.has('name') || has('name') || isSigned(vocabulary, message.typed),
    code: chosen.has('code') || hasCode(message.typed),
    link: chosen.has('link') || hasLink(message.typed),
    ...keywordFeatures(vocabulary, message.typed, chosen),
  };
}

function keywordFeatures(
  vocabulary: Vocabulary,
  typed: string,
  chosen: ReadonlySet<string>,
): Readonly<Record<string, boolean>> {
  const written = Object.entries(findKeywords(vocabulary.keywords, typed));
  return Object.fromEntries(written.map(([name, found]) => [name, found || chosen.has(name)]));
}

function readClauses(vocabulary: Vocabulary, typed: string): Recognised[] {
  return vocabulary
    .readTimes(plainText(typed))
    .split(/(?:[,;:!?…()\n]|\.(?!\d))+/u)
    .flatMap((sentence) => splitAtContrast(recognise(vocabulary, plainWords(sentence))))
    .filter((clause) => clause.length > 0);
}

function splitAtContrast(words: Recognised): Recognised[] {
  const at = words.findIndex(({ kind }) => kind === 'contrast');
  return at === -1 ? [words] : [words.slice(0, at), ...splitAtContrast(words.slice(at + 1))];
}

function saysTime(clause: Recognised): boolean {
  if (clause.some(({ word }) => word.includes('@time'))) return true;
  const unknown = clause.filter(({ kind }) => kind === null);
  // « Oui 17 » gives the time; a number among other words can be anything.
  return unknown.length === 1 && unknown.every(({ word }) => isBareHour(word));
}

function answerOf(clause: Recognised): Answer {
  const has = (kind: WordKind): boolean => clause.some((each) => each.kind === kind);
  const denied = has('negator');
  const unsure = has('unsure');
  const likelyYes = clause.filter(({ kind }) => kind === 'yes-likely').length;
  const refused = clause.filter(
    ({ kind }, index) => kind === 'yes-likely' && clause[index - 1]?.kind === 'negator',
  ).length;
  const yes = likelyYes > refused || (has('able') && !denied);
  const no = has('no-likely') || refused > 0 || (has('able') && denied);
  return {
    yes: has('yes-clear') ? 'clear' : yes && !unsure ? 'likely' : null,
    no: has('no-clear') ? 'clear' : no && !unsure ? 'likely' : null,
  };
}

function chosenAnswer(chosen: ReadonlySet<string>): Answer {
  return { yes: chosen.has('yes') ? 'clear' : null, no: chosen.has('no') ? 'clear' : null };
}

/**
 * Clear beats likely (« Oui, mais je ne peux pas rester tard » is yes); among likely ones, no beats yes.
 * Two clear words contradict each other.
 */
function decide(answers: readonly Answer[]): { yes: boolean; no: boolean } {
  const some = (side: keyof Answer, strength: 'clear' | 'likely'): boolean =>
    answers.some((answer) => answer[side] === strength);
  if (some('yes', 'clear') || some('no', 'clear')) {
    return { yes: some('yes', 'clear'), no: some('no', 'clear') };
  }
  return { yes: some('yes', 'likely') && !some('no', 'likely'), no: some('no', 'likely') };
}

/** True if the last line is one or two capitalised words that are in no list. */
function isSigned(vocabulary: Vocabulary, typed: string): boolean {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  const last = lines.at(-1)?.trim() ?? '';
  if (lines.length < 2 || !/^[-–—]?\s*\p{Lu}[\p{L}'’-]*( \p{Lu}[\p{L}'’.-]*)?$/u.test(last)) return false;
  return recognise(vocabulary, plainWords(plainText(last))).every(({ kind }) => kind === null);
}
