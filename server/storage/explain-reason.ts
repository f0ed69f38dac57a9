/** The sentence behind each `reason` of `storage.unavailable`. */
import type { OperatorLanguage } from '../base/operator-language.ts';
import { storageReasonsEn } from './storage-reasons.en.ts';
import { storageReasonsFr } from './storage-reasons.fr.ts';

const storageReasons: Readonly<Record<OperatorLanguage, Readonly<Record<string, string>>>> = {
  fr: storageReasonsFr,
  en: storageReasonsEn,
};

/** Why the database cannot be used and what to do; undefined if the reason has no sentence of its own. */
export function findStorageReason(reason: string, language: OperatorLanguage): string | undefined {
  return storageReasons[language][reason];
}

const unusable: Readonly<Record<OperatorLanguage, (reason: string) => string>> = {
  fr: (reason) => `La base ne peut pas servir (${reason}).`,
  en: (reason) => `The database cannot be used (${reason}).`,
};

/** The same, with a general sentence for a reason that has none. */
export function explainStorageReason(reason: string, language: OperatorLanguage = 'en'): string {
  return findStorageReason(reason, language) ?? unusable[language](reason);
}
