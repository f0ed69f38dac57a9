/** A formula that fails has a named fault, never an exception; the app explains it in plain words. */
import { contentOf, cellKey, findPlace } from './cells.ts';
import type { Formula, FunctionName } from './formula.ts';
import { findFormula } from './formula-text.ts';
import type { CellAddress, Operator } from './formula-tokens.ts';
import { roundResult } from './numbers.ts';
import type { CellPlace, SheetState, SheetWorld } from './types.ts';

type FormulaFault = 'circle' | 'division-by-zero' | 'not-a-number' | 'outside' | 'too-large';

export type CellValue =
  | { readonly kind: 'empty' | 'text' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'fault'; readonly fault: FormulaFault };

const LARGEST = 1e12;

export class SheetValues {
  readonly #world: SheetWorld;
  readonly #state: SheetState;
  readonly #known = new Map<string, CellValue>();
  /** Cells being computed: meeting one again is a circle. */
  readonly #open = new Set<string>();

  /** @param assumed values that replace some cells' own, by `row.column` */
  constructor(world: SheetWorld, state: SheetState, assumed: Readonly<Record<string, number>> = {}) {
    this.#world = world;
    this.#state = state;
    for (const [key, number] of Object.entries(assumed)) this.#known.set(key, { kind: 'number', number });
  }

  of(place: CellPlace): CellValue {
    const key = cellKey(place);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#open.has(key)) return fault('circle');
    this.#open.add(key);
    const value = this.#workOut(place);
    this.#open.delete(key);
    this.#known.set(key, value);
    return value;
  }

  #workOut(place: CellPlace): CellValue {
    // A title is a text even if nobody changed it.
    const content = contentOf(this.#world, this.#state, place);
    if (content === null) return { kind: place.row === 'head' ? 'text' : 'empty' };
    if ('number' in content) return { kind: 'number', number: Number(content.number) };
    if (!('formula' in content)) return { kind: 'text' };
    const formula = findFormula(content.formula);
    return formula === undefined ? fault('not-a-number') : finish(this.#result(formula));
  }

  #result(formula: Formula): CellValue {
    switch (formula.kind) {
      case 'number':
        return { kind: 'number', number: Number(formula.number) };
      case 'cell':
        return this.#at(formula.at);
      case 'range':
        return fault('not-a-number');
      case 'minus': {
        const value = asNumber(this.#result(formula.of));
        return value.kind === 'number' ? { kind: 'number', number: -value.number } : value;
      }
      case 'operation': {
        const left = asNumber(this.#result(formula.left));
        const right = asNumber(this.#result(formula.right));
        if (left.kind !== 'number') return left;
        return right.kind === 'number' ? operate(formula.operator, left.number, right.number) : right;
      }
      case 'call':
        return call(
          formula.name,
          formula.parts.flatMap((part) => this.#parts(part)),
        );
    }
  }

  /** Arguments of a function: skips empty cells and words of a cell or range. */
  #parts(formula: Formula): readonly CellValue[] {
    if (formula.kind === 'cell') return [this.#at(formula.at)].filter(counts);
    if (formula.kind !== 'range') return [asNumber(this.#result(formula))];
    const { from, to } = formula;
    const values: CellValue[] = [];
    for (let line = Math.min(from.line, to.line); line <= Math.max(from.line, to.line); line += 1) {
      for (
        let column = Math.min(from.column, to.column);
        column <= Math.max(from.column, to.column);
        column += 1
      ) {
        const place = findPlace(this.#world, this.#state, { column, line });
        if (place !== undefined) values.push(this.of(place));
      }
    }
    return values.filter(counts);
  }

  #at(address: CellAddress): CellValue {
    const place = findPlace(this.#world, this.#state, address);
    return place === undefined ? fault('outside') : this.of(place);
  }
}

function counts({ kind }: CellValue): boolean {
  return kind === 'number' || kind === 'fault';
}

/** In a calculation, an empty cell is 0 and a word a fault. */
function asNumber(value: CellValue): CellValue {
  if (value.kind === 'empty') return { kind: 'number', number: 0 };
  return value.kind === 'text' ? fault('not-a-number') : value;
}

function operate(operator: Operator, left: number, right: number): CellValue {
  switch (operator) {
    case '+':
      return { kind: 'number', number: left + right };
    case '-':
      return { kind: 'number', number: left - right };
    case '*':
      return { kind: 'number', number: left * right };
    case '/':
      return right === 0 ? fault('division-by-zero') : { kind: 'number', number: left / right };
  }
}

function call(name: FunctionName, values: readonly CellValue[]): CellValue {
  const numbers: number[] = [];
  for (const value of values) {
    if (value.kind === 'fault') return value;
    if (value.kind === 'number') numbers.push(value.number);
  }
  const sum = numbers.reduce((total, each) => total + each, 0);
  switch (name) {
    case 'SUM':
      return { kind: 'number', number: sum };
    case 'AVERAGE':
      return numbers.length === 0
        ? fault('division-by-zero')
        : { kind: 'number', number: sum / numbers.length };
    case 'MIN':
      return { kind: 'number', number: numbers.length === 0 ? 0 : Math.min(...numbers) };
    case 'MAX':
      return { kind: 'number', number: numbers.length === 0 ? 0 : Math.max(...numbers) };
    case 'COUNT':
      return { kind: 'number', number: numbers.length };
  }
}

function finish(value: CellValue): CellValue {
  if (value.kind === 'empty') return { kind: 'number', number: 0 };
  if (value.kind !== 'number') return value;
  if (Math.abs(value.number) > LARGEST) return fault('too-large');
  return { kind: 'number', number: roundResult(value.number) };
}

function fault(name: FormulaFault): CellValue {
  return { kind: 'fault', fault: name };
}
