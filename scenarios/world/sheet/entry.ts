import type { Language } from '../base.ts';
import { readFormula, type FormulaProblem } from './formula.ts';
import { canonicalFormula } from './formula-text.ts';
import { canonicalNumber } from './numbers.ts';

export type Entry =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'text'; readonly typed: string }
  /** An invalid formula: the app says why, and the person goes on typing. */
  | { readonly kind: 'unreadable'; readonly problem: FormulaProblem };

/** Hours with their unit (« 5 h ») count as the number. */
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
