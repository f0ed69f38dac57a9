/**
 * The second reading of typed texts, for scenarios that name shared vocabularies. The first
 * (`text-features.ts` beside this folder) stays for versions published before it, whose scores must not
 * change.
 */
import type { TextFeatures } from '../../kit/log.ts';
import { plainText } from '../../world/plain-text.ts';
import { holdsCode } from '../../world/reading/codes.ts';
import { plainDigits } from '../../world/reading/digits.ts';
import { hasAddress, hasCode, hasLink } from '../text-patterns.ts';
import { readAmounts } from './amounts.ts';
import { readAnswer, type Answer } from './answer.ts';
import { saysGroup } from './groups.ts';
import { wordsIn } from './lexicon.ts';
import { mentionedGroups } from './mentions.ts';
import { courtesyKinds, type SharedVocabulary } from './shared-vocabulary.ts';
import { readShift } from './shifts.ts';
import { markTimes } from './times.ts';
import { readWantedTime, timeFeatures } from './wanted-time.ts';

/** Follow from the others, so ready-made sentences don't declare them. */
export const derivedFeatures: readonly string[] = ['timeFits', 'polite', 'brief'];

/** What a text says by name, beside the groups of the vocabularies. */
export const readFeatures: readonly string[] = [
  ...['yes', 'no', 'time', 'arrival', 'proposal', 'code', 'link', 'amount', 'besideAmount', 'otherAmount'],
  ...timeFeatures,
  ...['shiftDay', 'otherDay', 'shiftHours', 'otherHours', 'bothHours'],
  ...courtesyKinds,
  ...derivedFeatures,
];

/** A search of at least this many words reads as a question to a person. */
const SENTENCE_WORDS = 7;

/** @param chosen features of the ready-made sentences in the message */
export function readMessage(
  vocabulary: SharedVocabulary,
  typed: string,
  chosen: ReadonlySet<string>,
): TextFeatures {
  const plain = plainText(plainDigits(typed));
  const answer = readAnswerOf(vocabulary, typed);
  const polite = courtesiesIn(vocabulary, plain);
  const { code, time, shift } = vocabulary.recognises;
  const said: Record<string, boolean> = {
    ...answer,
    ...Object.fromEntries(courtesyKinds.map((kind) => [kind, polite.has(kind)])),
    code: code === undefined ? hasCode(typed) : holdsCode(typed, code),
    link: hasLink(typed) || hasAddress(typed),
    ...amountsOf(vocabulary, plain),
    ...(time !== undefined && readWantedTime(vocabulary.days, typed, time)),
    ...(shift !== undefined &&
      readShift(vocabulary.days, plain, {
        day: shift.day,
        worked: Number(shift.worked),
        paid: Number(shift.paid),
      })),
    ...Object.fromEntries([...vocabulary.groups].map(([name, lexicon]) => [name, saysGroup(lexicon, plain)])),
  };
  const all = Object.fromEntries(Object.entries(said).map(([name, is]) => [name, is || chosen.has(name)]));
  return { ...all, timeFits: timeFits(all), polite: courtesyKinds.some((kind) => all[kind]) };
}

export function readSearch(vocabulary: SharedVocabulary, typed: string): TextFeatures {
  return {
    ...readName(vocabulary, typed),
    link: hasLink(typed) || hasAddress(typed),
    sentence: wordsIn(plainText(typed)).length >= SENTENCE_WORDS,
  };
}

export function readName(vocabulary: SharedVocabulary, typed: string): TextFeatures {
  const mentioned = mentionedGroups(vocabulary.mentions, typed);
  return Object.fromEntries([...vocabulary.groups.keys()].map((name) => [name, mentioned.has(name)]));
}

/** A yes with a time of that evening, or a no with another day and its hour. */
function timeFits({ yes, no, arrival, proposal }: TextFeatures): boolean {
  return (
    (yes === true && no !== true && arrival === true) || (no === true && yes !== true && proposal === true)
  );
}

function readAnswerOf({ answer, recognises }: SharedVocabulary, typed: string): Answer {
  if (answer !== null) return readAnswer(answer, typed, recognises.day ?? 'asked');
  const time = markTimes(plainText(plainDigits(typed))).times.length > 0;
  return { yes: false, no: false, time, arrival: false, proposal: false };
}

function amountsOf({ recognises, uses }: SharedVocabulary, plain: string): TextFeatures {
  const { amount, besideAmount } = recognises;
  if (amount === undefined) return {};
  const beside = besideAmount !== undefined && uses !== null && { beside: Number(besideAmount), uses };
  return readAmounts(plain, { amount: Number(amount), ...beside });
}

function courtesiesIn({ courtesy }: SharedVocabulary, plain: string): ReadonlySet<string> {
  return new Set(courtesy.segments(wordsIn(plain)).flatMap(({ kinds }) => kinds));
}
