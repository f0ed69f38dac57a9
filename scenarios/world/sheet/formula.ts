/**
 * Reads formulas in either language: French and English function names, `;` and `,` between arguments,
 * decimal point and comma. Knows nothing of a sheet's contents.
 */
import type { Language } from '../base.ts';
import { readTokens, type CellAddress, type Operator, type Token } from './formula-tokens.ts';

export type FunctionName = 'SUM' | 'AVERAGE' | 'MIN' | 'MAX' | 'COUNT';

export type Formula =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'cell'; readonly at: CellAddress }
  | { readonly kind: 'range'; readonly from: CellAddress; readonly to: CellAddress }
  | { readonly kind: 'minus'; readonly of: Formula }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly parts: readonly Formula[] };

/** `name` is the word that is no function. */
export type FormulaProblem =
  | { readonly code: 'unfinished' | 'unexpected' | 'too-long' }
  | { readonly code: 'unknown-name'; readonly name: string };

export type FormulaReading =
  { readonly ok: true; readonly formula: Formula } | { readonly ok: false; readonly problem: FormulaProblem };

const functionNames: Readonly<Record<string, FunctionName>> = {
  SUM: 'SUM',
  SOMME: 'SUM',
  AVERAGE: 'AVERAGE',
  MOYENNE: 'AVERAGE',
  MIN: 'MIN',
  MAX: 'MAX',
  COUNT: 'COUNT',
  NB: 'COUNT',
};

/** Nobody types longer formulas, and the recursion stays shallow. */
const LONGEST = 200;

/** With or without `=`; adds missing closing brackets at the end, as spreadsheets do. */
export function readFormula(text: string, language: Language): FormulaReading {
  if (text.length > LONGEST) return { ok: false, problem: { code: 'too-long' } };
  const tokens = readTokens(text, language);
  if (tokens === null) return { ok: false, problem: { code: 'unexpected' } };
  const reader = new Reader(tokens);
  try {
    const formula = reader.sum();
    reader.expectEnd();
    return { ok: true, formula };
  } catch (fault) {
    if (fault instanceof Unreadable) return { ok: false, problem: fault.problem };
    throw fault;
  }
}

/** Thrown and caught in this file only. */
class Unreadable extends Error {
  readonly problem: FormulaProblem;

  constructor(problem: FormulaProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Recursive descent: a sum of products of signed parts. */
class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  sum(): Formula {
    let left = this.#product();
    for (;;) {
      const operator = this.#takeOperator('+', '-');
      if (operator === null) return left;
      left = { kind: 'operation', operator, left, right: this.#product() };
    }
  }

  expectEnd(): void {
    if (this.#at < this.#tokens.length) throw new Unreadable({ code: 'unexpected' });
  }

  #product(): Formula {
    let left = this.#signed();
    for (;;) {
      const operator = this.#takeOperator('*', '/');
      if (operator === null) return left;
      left = { kind: 'operation', operator, left, right: this.#signed() };
    }
  }

  #signed(): Formula {
    const sign = this.#takeOperator('+', '-');
    if (sign === '-') return { kind: 'minus', of: this.#signed() };
    return sign === '+' ? this.#signed() : this.#part();
  }

  #part(): Formula {
    const token = this.#next();
    switch (token.kind) {
      case 'number':
        return { kind: 'number', number: token.number };
      case 'cell':
        return { kind: 'cell', at: token.at };
      case 'name':
        return this.#call(token.name);
      case 'open': {
        const inside = this.sum();
        this.#takeClose();
        return inside;
      }
      case 'close':
      case 'separator':
      case 'colon':
      case 'operator':
        throw new Unreadable({ code: 'unexpected' });
    }
  }

  #call(written: string): Formula {
    const name = functionNames[written];
    if (name === undefined) throw new Unreadable({ code: 'unknown-name', name: written });
    if (this.#next().kind !== 'open') throw new Unreadable({ code: 'unexpected' });
    const parts = [this.#argument()];
    while (this.#takes('separator')) parts.push(this.#argument());
    this.#takeClose();
    return { kind: 'call', name, parts };
  }

  /** A range is allowed only inside a function. */
  #argument(): Formula {
    const from = this.#tokens[this.#at];
    if (from?.kind !== 'cell' || this.#tokens[this.#at + 1]?.kind !== 'colon') return this.sum();
    this.#at += 2;
    const to = this.#next();
    if (to.kind !== 'cell') throw new Unreadable({ code: 'unexpected' });
    return { kind: 'range', from: from.at, to: to.at };
  }

  #takeClose(): void {
    if (this.#at < this.#tokens.length && !this.#takes('close')) throw new Unreadable({ code: 'unexpected' });
  }

  #takes(kind: Token['kind']): boolean {
    if (this.#tokens[this.#at]?.kind !== kind) return false;
    this.#at += 1;
    return true;
  }

  #takeOperator(...operators: readonly Operator[]): Operator | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'operator' || !operators.includes(token.operator)) return null;
    this.#at += 1;
    return token.operator;
  }

  #next(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Unreadable({ code: 'unfinished' });
    this.#at += 1;
    return token;
  }
}
