/** Formulas as people type them, in either language; the stored form, and what each language shows of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntry } from '../../../../../scenarios/world/sheet/entry.ts';
import { readFormula, type Formula } from '../../../../../scenarios/world/sheet/formula.ts';
import {
  canonicalFormula,
  findFormula,
  showFormula,
} from '../../../../../scenarios/world/sheet/formula-text.ts';
import { canonicalNumber, isCanonicalNumber } from '../../../../../scenarios/world/sheet/numbers.ts';
import type { Language } from '../../../../../scenarios/world/base.ts';

function stored(text: string, language: Language): string {
  const reading = readFormula(text, language);
  return reading.ok ? canonicalFormula(reading.formula) : `no: ${reading.problem.code}`;
}

const address = fc.record({
  column: fc.integer({ min: 1, max: 26 }),
  line: fc.integer({ min: 1, max: 40 }),
});
const number = fc
  .tuple(fc.nat({ max: 99999 }), fc.nat({ max: 999 }))
  .map(([whole, decimals]) => canonicalNumber(`${whole}.${decimals}`) ?? '0');
const { formula: anyFormula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    number.map((text): Formula => ({ kind: 'number', number: text })),
    address.map((at): Formula => ({ kind: 'cell', at })),
    tie('formula').map((of): Formula => ({ kind: 'minus', of })),
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/'), tie('formula'), tie('formula'))
      .map(([operator, left, right]): Formula => ({ kind: 'operation', operator, left, right })),
    fc
      .tuple(
        fc.constantFrom('SUM', 'AVERAGE', 'MIN', 'MAX', 'COUNT'),
        fc.array(
          fc.oneof(
            tie('formula'),
            fc.tuple(address, address).map(([from, to]): Formula => ({ kind: 'range', from, to })),
          ),
          { minLength: 1, maxLength: 3 },
        ),
      )
      .map(([name, parts]): Formula => ({ kind: 'call', name, parts })),
  ),
}));
const short = anyFormula.filter((formula) => canonicalFormula(formula).length < 190);

describe('a typed formula', () => {
  it.each<[string, string]>([
    ['=SOMME(E2:E13)', 'SUM(E2:E13)'],
    ['=sum(e2:e13)', 'SUM(E2:E13)'],
    ['= Somme( $E$2 : $E$13 )', 'SUM(E2:E13)'],
    ['=SOMME(E2:E13', 'SUM(E2:E13)'],
    ['=MOYENNE(E2;E3;4)', 'AVERAGE(E2,E3,4)'],
    ['=AVERAGE(E2, E3, 4)', 'AVERAGE(E2,E3,4)'],
    ['=NB(E2:E4)', 'COUNT(E2:E4)'],
    ['=MIN(E2;1,5)', 'MIN(E2,1.5)'],
    ['=MAX(E2;1.5)', 'MAX(E2,1.5)'],
    ['=2×3÷4', '2*3/4'],
    ['=5−2', '5-2'],
    ['=-(E2+1)', '-(E2+1)'],
    ['=8-(3-2)', '8-(3-2)'],
    ['=(8-3)-2', '8-3-2'],
    ['=((E2))', 'E2'],
  ])('« %s » is stored as %s, in either language', (text, canonical) => {
    expect(stored(text, 'fr')).toBe(canonical);
    expect(stored(text, 'en')).toBe(canonical);
  });

  it('accepts a comma between two digits as its language does', () => {
    expect(stored('=SOMME(1,5)', 'fr')).toBe('SUM(1.5)');
    expect(stored('=SUM(1,5)', 'en')).toBe('SUM(1,5)');
    expect(stored('=1,5+2', 'en')).toBe('1.5+2');
  });

  it.each([
    ['=', 'unfinished'],
    ['=E2+', 'unfinished'],
    ['=SOM(E2)', 'unknown-name'],
    ['=E2:E5', 'unexpected'],
    ['=SOMME()', 'unexpected'],
    ['=SOMME E2', 'unexpected'],
    ['=E0', 'unexpected'],
    ['=2 & 3', 'unexpected'],
    [`=${'1+'.repeat(150)}1`, 'too-long'],
  ])('« %s » is invalid: %s', (text, code) => {
    expect(stored(text, 'fr')).toBe(`no: ${code}`);
  });
});

describe('any formula', () => {
  it('is the same when parsed from its stored form, and from its text in either language', () => {
    fc.assert(
      fc.property(short, fc.constantFrom<Language>('fr', 'en'), (formula, language) => {
        const canonical = canonicalFormula(formula);
        expect(findFormula(canonical)).toEqual(formula);
        expect(stored(showFormula(canonical, language), language)).toBe(canonical);
      }),
      { numRuns: 500 },
    );
  });

  it('is parsed without an exception, whatever is typed', () => {
    const sign = fc.constantFrom(...'=SUMOE2:13;,.()+-*/× "é'.split(''));
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        const reading = readFormula(signs.join(''), 'fr');
        if (!reading.ok) return;
        const canonical = canonicalFormula(reading.formula);
        expect(findFormula(canonical)).toEqual(reading.formula);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a typed cell', () => {
  it.each([
    ['5', { kind: 'number', number: '5' }],
    ['5 h', { kind: 'number', number: '5' }],
    ['5 heures', { kind: 'number', number: '5' }],
    [' 4,50 ', { kind: 'number', number: '4.5' }],
    ['-2', { kind: 'number', number: '-2' }],
    ['  ', { kind: 'empty' }],
    ['cinq', { kind: 'text', typed: 'cinq' }],
    ['5 ou 6', { kind: 'text', typed: '5 ou 6' }],
    ['=3+2', { kind: 'formula', formula: '3+2' }],
    ['=3+', { kind: 'unreadable', problem: { code: 'unfinished' } }],
  ])('is read as text, number or formula: « %s »', (text, entry) => {
    expect(readEntry(text, 'fr')).toEqual(entry);
  });

  it('has one stored form for each number', () => {
    expect(['007', '4.50', '-0', '.5', '1,', 'h', ''].map(canonicalNumber)).toEqual([
      ...['7', '4.5', '0', '0.5'],
      ...[null, null, null],
    ]);
    fc.assert(fc.property(number, (text) => isCanonicalNumber(text)));
  });
});
