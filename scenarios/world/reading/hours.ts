/** A number of hours in a text: « 5 h 30 », « 47 hres », « cinq heures et demie », « five (5) », « 5 au lieu de 8 ». */
import { plainText } from '../plain-text.ts';
import { plainDigits } from './digits.ts';
import { writeNumbers } from './write-numbers.ts';

/** Longer texts are notes, not numbers. */
const LONGEST = 60;

/** Makes the number something else: a negation, a choice, money, minutes, days, a time of day, a date. */
const otherMeaning =
  /[$€%#?@~]|(?<![a-z])(?:pas|not|no|non|ni|ou|or|entre|between|environ|about|maybe|peut etre|moins|minus|jours?|days?|semaines?|weeks?|mois|months?|fois|times|personnes?|people|[ap]\.?m|du matin|du soir|oclock|past|dollars?|piastres?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december)(?![a-z])/;

const unit = '(?:h|hr|hrs|hre|hres|heures?|heur|heurs|eures?|hours?|houres?|huors|ours?)';
const minute = '(?:m|mn|mins?|minutes?)';
const half = String.raw`(?<half>½|1/2|et demie?|and (?:a half|half|1/2))`;
const amount = new RegExp(
  [
    String.raw`(?<![\d.,:])(?<whole>\d{0,6})(?:`,
    String.raw`(?<=\d) ?: ?(?<past>[0-5]\d)(?: ?: ?00)?(?![\d:])`,
    String.raw`|(?<=\d) ?${unit}\.? ?(?<late>[0-5]\d)(?: ?${minute}\b)?(?! ?h|\d)`,
    String.raw`|(?<=\d) ?${unit}\.? (?:et |and )?(?<few>\d{1,2}) ?${minute}\b`,
    String.raw`|[.,](?<decimals>\d{1,6})(?![.,\d])| ?(?:${unit} )?${half}|(?<quarter>¼| et quart| and a quarter)|(?<most>¾)`,
    String.raw`|(?<=\d)[.,]?(?![.,:]?\d))(?: ?${unit}\b\.?)?`,
  ].join(''),
  'gu',
);
/** « 5 au lieu de 8 »: the new number is before it. */
const instead = /(?<![a-z])(?:au lieu|a la place|instead|rather than|et pas|and not)(?![a-z]).*$/;

/** Null if no single number of hours can be read. */
export function readHours(typed: string): number | null {
  if (typed.length > LONGEST) return null;
  const isAlone = (before: string, next: string): boolean =>
    before.trim() === '' && (next === '' || new RegExp(`^${unit}$`).test(next));
  const text = writeNumbers(plainHours(typed).replace(instead, ' ').trim(), isAlone);
  if (otherMeaning.test(text)) return null;
  const found = [...text.matchAll(amount)];
  // A digit left over belongs to a phone number, a version or a date; minutes alone are no hours.
  const rest = text.replace(amount, ' ');
  if (/\d/.test(rest) || new RegExp(`(?<![a-z])${minute}(?![a-z])`).test(rest)) return null;
  const values = [...new Set(found.map(({ groups }) => valueOf(groups ?? {})))];
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** As `plainText`, but « 5-6 » keeps its hyphen as `~`, and « 1/2 » its bar. */
function plainHours(typed: string): string {
  const marked = plainDigits(typed)
    .replace(/(?<=\d)\s*[-–—‑]\s*(?=\d)/g, ' ~ ')
    .replace(/(?<=\d)\/(?=\d)/g, '÷');
  return plainText(marked).replace(/÷/g, '/');
}

function valueOf(groups: Readonly<Record<string, string | undefined>>): number {
  const { whole = '', past, late, few, decimals, quarter, most } = groups;
  const sixtieths = Number(past ?? late ?? few ?? 0);
  const half = groups.half !== undefined ? 0.5 : 0;
  const part = quarter !== undefined ? 0.25 : most !== undefined ? 0.75 : half;
  return Number(decimals === undefined ? whole : `${whole}.${decimals}`) + sixtieths / 60 + part;
}
