/** The day and the hours of a shift that was not paid as worked: « jeudi, il manque 3 heures », “4 h, paid 1”. */
import { writeNumbers } from '../../world/reading/write-numbers.ts';
import { sentencesOf } from './clauses.ts';
import { type Lexicon, wordsIn } from './lexicon.ts';

export interface Shift {
  /** `monday` … `sunday` */
  readonly day: string;
  readonly worked: number;
  readonly paid: number;
}

export interface ShiftFeatures {
  readonly shiftDay: boolean;
  /** Another day is said to be wrong, or days are listed without more. */
  readonly otherDay: boolean;
  /** The hours that were worked, or those that are missing. */
  readonly shiftHours: boolean;
  /** More numbers of hours than a week of this scene has. */
  readonly otherHours: boolean;
  /** Worked and paid, one beside the other: this says by itself that they differ. */
  readonly bothHours: boolean;
}

/** Who lists numbers to hit one lists more than these. */
const MOST_OTHER_NUMBERS = 3;
/** Who lists days to hit one. */
const MOST_OTHER_DAYS = 2;

const unit = String.raw`(?:h|hr|hrs|hre|hres|heures?|heurs?|eures?|hours?|hous)`;
const isUnit = new RegExp(`^${unit}$`, 'u');
const hours = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,:$])(?<number>\d{1,2})(?:[.,:]0+|(?= ?${unit})| ?h ?00)?(?! ?(?:[$%]|h ?[1-9]|[.,:]\d|min|ans?|jours?|days?|pm|am)|\d)(?: ?${unit})?(?![\p{L}\p{N}])`,
  'gu',
);
const sound =
  /(?<!(?:pas|not|jamais|isnt|isn't|arent|doesnt|don't|dont|non) )\b(?:corrects?|corek|correk|ok|okay|bons?|bonnes?|beau|pareils?|pareilles?|parfait|concordent?|egal|good|right|fine|match|matches|same)\b/u;
const wrong =
  /manqu|maqu|oubli|erreur|pas (?:toute?s? )?(?:ete )?pay|pas bon|pas correct|impay|missing|miss |short|unpaid|not paid|wasn.?t paid|wrong|mistake|forgot|owe/u;
/** « avant vendredi »: when it should be mended. */
const deadline =
  /\b(?:avant|d.?ici|by|before|until|till|jusqu.?a|depuis|since) (?:le |this |next |on )?\p{L}+/gu;
/** « pas jeudi », « c'est pas jeudi »; « ça ne fit pas jeudi » denies no day. */
const notThatDay = /(?:^|^cest |^ce nest |^est |^is |^its |^its on )(?:pas|non|not|ni|nor)$/u;

/** @param plain as `plainText` leaves it */
export function readShift(days: Lexicon, plain: string, shift: Shift): ShiftFeatures {
  const parts = partsOf(plain).map((part) => ({ ...part, days: daysIn(days, part.text) }));
  const isOther = (day: string): boolean => day !== shift.day;
  const doubtful = parts.filter(({ text }) => !sound.test(text));
  const blamed = doubtful.filter(({ text }) => wrong.test(text)).flatMap((part) => part.days);
  const bare = doubtful.filter(({ numbers }) => numbers.length === 0).flatMap((part) => part.days);
  const said = parts.flatMap(({ numbers }) => numbers);
  const stated = parts.filter(({ isQuestion }) => !isQuestion).flatMap(({ numbers }) => numbers);
  const missing = shift.worked - shift.paid;
  const known = [shift.worked, shift.paid, missing];
  return {
    shiftDay: parts.some((part) => part.days.includes(shift.day)),
    otherDay: blamed.some(isOther) || new Set(bare.filter(isOther)).size > MOST_OTHER_DAYS,
    shiftHours: said.includes(shift.worked) || said.includes(missing),
    otherHours: new Set(said.filter((number) => !known.includes(number))).size > MOST_OTHER_NUMBERS,
    bothHours: stated.includes(shift.worked) && stated.includes(shift.paid),
  };
}

interface Part {
  readonly text: string;
  readonly numbers: readonly number[];
  readonly isQuestion: boolean;
}

function partsOf(plain: string): readonly Part[] {
  const text = writeNumbers(plain, (_, next) => isUnit.test(next)).replaceAll(deadline, ' ');
  return sentencesOf(text).flatMap(({ parts, isQuestion }) =>
    parts
      .flatMap((part) => part.split(/ (?:mais|but|sauf|except|par contre|however) /u))
      .map((each) => ({ text: each, numbers: numbersIn(each), isQuestion })),
  );
}

function numbersIn(part: string): number[] {
  return [...part.matchAll(hours)].map(({ groups }) => Number(groups?.number));
}

function daysIn(days: Lexicon, part: string): string[] {
  const segments = days.segments(wordsIn(part));
  return segments.flatMap(({ kinds }, index) => {
    const before = segments
      .slice(0, index)
      .flatMap(({ words }) => words)
      .join(' ');
    return notThatDay.test(before) ? [] : kinds.filter((kind) => kind.endsWith('day'));
  });
}
