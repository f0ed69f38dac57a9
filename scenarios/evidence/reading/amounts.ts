/** Amounts in millilitres in a text: « 20 ml », “twenty millilitres”, « pas plus de 20 mL ». */
import { writeNumbers } from '../../world/reading/write-numbers.ts';
import { sentencesOf } from './clauses.ts';

const unit = String.raw`(?:mls?|m l|mil?l?i(?:l?it(?:re|er)s?|s)?)`;
const amount = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(?<number>\d{1,4})(?:\.0)? ?${unit}(?![\p{L}\p{N}])`,
  'gu',
);
const isUnit = new RegExp(`^${unit}$`, 'u');
/** « 5 ml of »: what stands before it in its clause. */
const denied =
  /(?:^|[^\p{L}])(?:pas|jamais|non|sans|not|never|no|dont|instead of|rather than|au lieu de|a la place de|plutot que|ni)(?: (?!plus (?:de|que)|moins (?:de|que)|more than|less than|over)[\p{L}]+){0,3} ?$/u;
const limit =
  /(?:plus (?:de|que)|moins (?:de|que)|depasse[rz]? pas|depasser|more than|less than|over|exceed) ?$/u;

/** @returns whether a text gives the amount, and whether it gives another; one that is denied or asked for counts as none */
export function readAmounts(
  plain: string,
  wanted: number,
): { readonly amount: boolean; readonly otherAmount: boolean } {
  const text = plain.replace(/(?<=\d),(?=\d)/g, '.');
  const given = sentencesOf(writeNumbers(text, (_, next) => isUnit.test(next))).flatMap(
    ({ parts, isQuestion }) => (isQuestion ? [] : parts.flatMap(amountsIn)),
  );
  return { amount: given.includes(wanted), otherAmount: given.some((each) => each !== wanted) };
}

function amountsIn(clause: string): number[] {
  return [...clause.matchAll(amount)].flatMap(({ index, groups }) => {
    const before = clause.slice(0, index).trimEnd();
    if (denied.test(before) && !limit.test(before)) return [];
    return [Number(groups?.number)];
  });
}
