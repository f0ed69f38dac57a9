import type { Language } from '../base.ts';
import { readFormula, type Formula, type FunctionName } from './formula.ts';
import type { CellAddress } from './formula-tokens.ts';

const frenchNames: Readonly<Record<FunctionName, string>> = {
  SUM: 'SOMME',
  AVERAGE: 'MOYENNE',
  MIN: 'MIN',
  MAX: 'MAX',
  COUNT: 'NB',
};

/** Binding strength; a weaker part inside a stronger one needs brackets. */
const strength = { '+': 1, '-': 1, '*': 2, '/': 2, minus: 3, part: 4 } as const;

/** The stored form: English names, comma, decimal point, no spaces, no `=`. */
export function canonicalFormula(formula: Formula): string {
  return print(formula, 'en');
}

/** Undefined if the text is not in canonical form. */
export function findFormula(canonical: string): Formula | undefined {
  const reading = readFormula(canonical, 'en');
  return reading.ok && canonicalFormula(reading.formula) === canonical ? reading.formula : undefined;
}

/** What a person edits: `=SOMME(E2:E13)`, `=SUM(E2:E13)`. */
export function showFormula(canonical: string, language: Language): string {
  const formula = findFormula(canonical);
  return `=${formula === undefined ? canonical : print(formula, language)}`;
}

/** `B3` */
export function showAddress({ column, line }: CellAddress): string {
  return `${String.fromCharCode(64 + column)}${line}`;
}

function print(formula: Formula, language: Language): string {
  switch (formula.kind) {
    case 'number':
      return language === 'fr' ? formula.number.replace('.', ',') : formula.number;
    case 'cell':
      return showAddress(formula.at);
    case 'range':
      return `${showAddress(formula.from)}:${showAddress(formula.to)}`;
    case 'minus':
      return `-${printInside(formula.of, strength.minus, language)}`;
    case 'operation': {
      const own = strength[formula.operator];
      // The right side needs one step more: 8-(3-2) is not 8-3-2.
      const right = printInside(formula.right, own + 1, language);
      return `${printInside(formula.left, own, language)}${formula.operator}${right}`;
    }
    case 'call': {
      const parts = formula.parts.map((part) => print(part, language));
      const name = language === 'fr' ? frenchNames[formula.name] : formula.name;
      return `${name}(${parts.join(language === 'fr' ? ';' : ',')})`;
    }
  }
}

function printInside(formula: Formula, least: number, language: Language): string {
  const text = print(formula, language);
  return strengthOf(formula) < least ? `(${text})` : text;
}

function strengthOf(formula: Formula): number {
  if (formula.kind === 'operation') return strength[formula.operator];
  return formula.kind === 'minus' ? strength.minus : strength.part;
}
