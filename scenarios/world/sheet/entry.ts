import type { Language } from '../base.ts';
import { readHours } from '../reading/hours.ts';
import { inOwnDialect, looksLikeFormula } from './dialects.ts';
import { readFormula, type FormulaProblem } from './formula.ts';
import { canonicalFormula } from './formula-text.ts';
import { canonicalNumber, roundResult } from './numbers.ts';

export type Entry =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'text'; readonly typed: string }
  /** An invalid formula: the app says why, and the person goes on typing. */
  | { readonly kind: 'unreadable'; readonly problem: FormulaProblem };

/**
 * Hours with their unit (« 5 h ») count as the number.
 * @param reads `hours` if the column wants hours in any spelling: « 5:30 », « cinq heures »
 */
export function readEntry(text: string, language: Language, reads?: 'hours'): Entry {
  const typed = text.trim();
  if (typed === '') return { kind: 'empty' };
  if (reads === 'hours') return readHoursEntry(typed, language);
  if (typed.startsWith('=')) return readFormulaEntry(typed, language);
  return numberOr(typed, typed.replace(/\s*(?:h|hrs?|heures?|hours?)\.?$/i, ''));
}

function readHoursEntry(typed: string, language: Language): Entry {
  if (looksLikeFormula(typed)) {
    const entry = readFormulaEntry(inOwnDialect(typed), language);
    // Without `=`, brackets may stand in any text: « cinq (5) ».
    if (entry.kind === 'formula' || !/^=?[\d\p{L} (),.]+$/u.test(typed)) return entry;
    if (typed.startsWith('=') && readHours(typed.slice(1)) === null) return entry;
  }
  const hours = readHours(typed.replace(/^=/, ''));
  return numberOr(typed, hours === null ? typed : String(roundResult(hours)));
}

function readFormulaEntry(text: string, language: Language): Entry {
  const reading = readFormula(text, language);
  if (!reading.ok) return { kind: 'unreadable', problem: reading.problem };
  return { kind: 'formula', formula: canonicalFormula(reading.formula) };
}

function numberOr(typed: string, written: string): Entry {
  const number = canonicalNumber(written);
  return number === null ? { kind: 'text', typed } : { kind: 'number', number };
}
