/** Splits a formula into tokens, and decides which commas are decimal marks. */
import type { Language } from '../base.ts';
import { canonicalNumber } from './numbers.ts';

export type Operator = '+' | '-' | '*' | '/';

/** Both count from 1. */
export interface CellAddress {
  readonly column: number;
  readonly line: number;
}

export type Token =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'cell'; readonly at: CellAddress }
  /** In capitals. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'operator'; readonly operator: Operator }
  | { readonly kind: 'open' | 'close' | 'separator' | 'colon' };

const signs: Readonly<Record<string, Token>> = {
  '+': { kind: 'operator', operator: '+' },
  '-': { kind: 'operator', operator: '-' },
  '−': { kind: 'operator', operator: '-' },
  '–': { kind: 'operator', operator: '-' },
  '*': { kind: 'operator', operator: '*' },
  '×': { kind: 'operator', operator: '*' },
  '/': { kind: 'operator', operator: '/' },
  '÷': { kind: 'operator', operator: '/' },
  '(': { kind: 'open' },
  ')': { kind: 'close' },
  ';': { kind: 'separator' },
  ',': { kind: 'separator' },
  ':': { kind: 'colon' },
};

/** Without the `=` at the start; null if a sign means nothing in formulas. */
export function readTokens(text: string, language: Language): readonly Token[] | null {
  const tokens: Token[] = [];
  let rest = text.trim().replace(/^=/, '').trimStart();
  // If `;` separates the list, a comma can only be a decimal mark.
  const listsBySemicolon = language === 'fr' || rest.includes(';');
  while (rest !== '') {
    const commaIsDecimal = listsBySemicolon || !isInsideCall(tokens);
    const found = readNext(rest, commaIsDecimal);
    if (found === null) return null;
    tokens.push(found.token);
    rest = rest.slice(found.length).trimStart();
  }
  return tokens;
}

function readNext(
  rest: string,
  commaIsDecimal: boolean,
): { readonly token: Token; readonly length: number } | null {
  const mark = commaIsDecimal ? '[.,]' : '[.]';
  const [number] = new RegExp(`^(?:\\d+(?:${mark}\\d+)?|${mark}\\d+)`).exec(rest) ?? [];
  if (number !== undefined) {
    const canonical = canonicalNumber(number);
    return canonical === null
      ? null
      : { token: { kind: 'number', number: canonical }, length: number.length };
  }
  const cell = /^\$?([A-Za-z])\$?(\d{1,3})(?![\p{L}\d(])/u.exec(rest);
  if (cell !== null) {
    const [written, letter = '', line = ''] = cell;
    const at = { column: letter.toUpperCase().charCodeAt(0) - 64, line: Number(line) };
    return at.line === 0 ? null : { token: { kind: 'cell', at }, length: written.length };
  }
  const [name] = /^\p{L}+/u.exec(rest) ?? [];
  if (name !== undefined) return { token: { kind: 'name', name: name.toUpperCase() }, length: name.length };
  const token = signs[rest.charAt(0)];
  return token === undefined ? null : { token, length: 1 };
}

function isInsideCall(tokens: readonly Token[]): boolean {
  const open: boolean[] = [];
  tokens.forEach((token, index) => {
    if (token.kind === 'open') open.push(tokens[index - 1]?.kind === 'name');
    if (token.kind === 'close') open.pop();
  });
  return open.at(-1) === true;
}
