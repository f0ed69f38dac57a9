/** What a person typed into a cell, read as spreadsheets do: a formula, a number, or else a text. */
import type { Language } from '../base.ts';
import { readFormula, type FormulaProblem } from './formula.ts';
import { canonicalFormula } from './formula-text.ts';
import { canonicalNumber } from './numbers.ts';

export type Entry =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'text'; readonly typed: string }
  /** It begins like a formula and is none: the app says why and lets the person go on typing. */
  | { readonly kind: 'unreadable'; readonly problem: FormulaProblem };

/** Reads what was typed. Hours written with their unit (« 5 h ») are the number: spelling is never in the way. */
export function readEntry(text: string, language: Language): Entry {
  const typed = text.trim();
  if (typed === '') return { kind: 'empty' };
  if (typed.startsWith('=')) {
    const reading = readFormula(typed, language);
    if (!reading.ok) return { kind: 'unreadable', problem: reading.problem };
    return { kind: 'formula', formula: canonicalFormula(reading.formula) };
  }
  const number = canonicalNumber(typed.replace(/\s*(?:h|hrs?|heures?|hours?)\.?$/i, ''));
  return number === null ? { kind: 'text', typed } : { kind: 'number', number };
}
