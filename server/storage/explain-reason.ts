import type { OperatorLanguage } from '../base/operator-language.ts';
import { storageReasonsEn } from './storage-reasons.en.ts';
import { storageReasonsFr } from './storage-reasons.fr.ts';

const storageReasons: Readonly<Record<OperatorLanguage, Readonly<Record<string, string>>>> = {
  fr: storageReasonsFr,
  en: storageReasonsEn,
};

/** Undefined if the reason has no sentence of its own. */
export function findStorageReason(reason: string, language: OperatorLanguage): string | undefined {
  return storageReasons[language][reason];
}

const unusable: Readonly<Record<OperatorLanguage, (reason: string) => string>> = {
  fr: (reason) => `La base ne peut pas servir (${reason}).`,
  en: (reason) => `The database cannot be used (${reason}).`,
};

export function explainStorageReason(reason: string, language: OperatorLanguage = 'en'): string {
  return findStorageReason(reason, language) ?? unusable[language](reason);
}
