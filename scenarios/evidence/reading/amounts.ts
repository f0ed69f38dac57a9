/** Amounts in millilitres in a text: « 20 ml », “twenty millilitres”, « pas plus de 20 mL ». */
import { writeNumbers } from '../../world/reading/write-numbers.ts';
import { usesOfAmounts, type AmountUse } from './amount-uses.ts';
import { sentencesOf } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';

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

export interface WantedAmounts {
  readonly amount: number;
  /** The right amount for another use; `uses` tells which amounts are for it. */
  readonly beside?: number;
  readonly uses?: Lexicon;
}

interface Given {
  readonly amount: number;
  readonly use: AmountUse;
}

/**
 * @returns whether a text gives the wanted amount, the right one for the other use, and any other; one that is denied
 * or asked for counts as none
 */
export function readAmounts(
  plain: string,
  wanted: WantedAmounts,
): { readonly amount: boolean; readonly besideAmount: boolean; readonly otherAmount: boolean } {
  const text = plain.replace(/(?<=\d),(?=\d)/g, '.').replace(/: *\n/g, ': ');
  const given = sentencesOf(writeNumbers(text, (_, next) => isUnit.test(next))).flatMap(
    ({ parts, isQuestion }) => (isQuestion ? [] : amountsIn(parts, wanted.uses)),
  );
  const isRight = ({ amount, use }: Given): boolean => amount === wanted[use];
  return {
    amount: given.some((each) => each.use === 'amount' && isRight(each)),
    besideAmount: given.some((each) => each.use === 'beside' && isRight(each)),
    otherAmount: !given.every(isRight),
  };
}

function amountsIn(parts: readonly string[], uses: Lexicon | undefined): Given[] {
  const amounts: number[] = [];
  const marked = parts.map((part) =>
    part.replace(amount, (found: string, ...rest: unknown[]) => {
      const { number } = rest.at(-1) as { number: string };
      const before = part.slice(0, rest.at(-3) as number).trimEnd();
      if (denied.test(before) && !limit.test(before)) return found;
      return ` §${amounts.push(Number(number)) - 1} `;
    }),
  );
  const used = uses === undefined ? undefined : usesOfAmounts(uses, marked);
  return amounts.map((each, index) => ({ amount: each, use: used?.get(index) ?? 'amount' }));
}
