/** What an amount is for: « Planchers : 20 ml. Taches de gras : 60 ml. » gives two, each for its own use. */
import { wordsIn, type Lexicon } from './lexicon.ts';

/** `beside`: for another use than the one that the rules ask about. */
export type AmountUse = 'amount' | 'beside';

interface Token {
  /** Index of an amount, or null for a word that names a use. */
  readonly amount: number | null;
  readonly use: AmountUse | null;
}

/**
 * @param lexicon with the kinds `amount` and `beside`, and the links between clauses
 * @param parts of one sentence, each amount written as `§` with its index
 * @returns by index; an amount without a named use is not in it
 */
export function usesOfAmounts(lexicon: Lexicon, parts: readonly string[]): ReadonlyMap<number, AmountUse> {
  const clauses = parts.flatMap((part) => clausesOf(lexicon, part)).filter((tokens) => tokens.length > 0);
  const isMixed = (tokens: readonly Token[]): boolean => tokens.some(isAmount) && !tokens.every(isAmount);
  // « 60 ml pour le gras » speaks for itself. Other clauses may belong together: « Planchers : 20 ml ».
  const rest = clauses.filter((tokens) => !isMixed(tokens)).flat();
  return new Map([...clauses.filter(isMixed), rest].flatMap(pairUses));
}

function clausesOf(lexicon: Lexicon, part: string): Token[][] {
  const clauses: Token[][] = [[]];
  for (const { kinds, words } of lexicon.segments(wordsIn(part))) {
    const mark = words.find((word) => word.startsWith('§'));
    const use = (['amount', 'beside'] as const).find((each) => kinds.includes(each));
    if (kinds.includes('links')) clauses.push([]);
    else if (mark !== undefined) clauses.at(-1)?.push({ amount: Number(mark.slice(1)), use: null });
    else if (use !== undefined) clauses.at(-1)?.push({ amount: null, use });
  }
  return clauses;
}

/** Names stand all before their amounts, or all behind: « 20 ml (planchers), 60 ml (taches) ». */
function pairUses(tokens: readonly Token[]): (readonly [number, AmountUse])[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return [];
  const step = isAmount(first) && !isAmount(last) ? 1 : -1;
  return tokens.flatMap(({ amount }, at) => {
    const use = tokens[at + step]?.use ?? null;
    return amount === null || use === null ? [] : [[amount, use] as const];
  });
}

function isAmount({ amount }: Token): boolean {
  return amount !== null;
}
