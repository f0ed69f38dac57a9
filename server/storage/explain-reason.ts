/** What commands say when something is refused: one sentence for an operator, with the code that docs and logs use. */
import type { AppError, ErrorCode } from '../base/errors.ts';
import { storageReasonsEn } from './storage-reasons.en.ts';
import { storageReasonsFr } from './storage-reasons.fr.ts';

/** Most commands speak English; `serve`, `worker` and those about the database as a whole follow the account that runs them. */
export type OperatorLanguage = 'fr' | 'en';

const storageReasons: Readonly<Record<OperatorLanguage, Readonly<Record<string, string>>>> = {
  fr: storageReasonsFr,
  en: storageReasonsEn,
};

type Sentences = Partial<Readonly<Record<ErrorCode, string>>>;

const sentences: Readonly<Record<OperatorLanguage, Sentences>> = {
  fr: {
    'secret.unreadable':
      'SECRET_KEY n’ouvre pas ce qui est scellé dans la base. Remettre la clé d’avant, ou la mettre dans SECRET_KEY_PREVIOUS.',
  },
  en: {
    'storage.duplicate': 'This issuer and client id are known already.',
    'organisation.unknown': 'There is no organisation with this id.',
    'platform.unknown': 'There is no platform with this reference. `platform list` shows them.',
    'platform.ambiguous': 'Several registrations of this platform wait. Name one with --client-id.',
    'deployment.unknown': 'This platform has no such deployment. `deployment list` shows them.',
    'deployment.ambiguous': 'Several registrations have such a deployment. Name one with --client-id.',
    'secret.unreadable':
      'SECRET_KEY does not open what is sealed in the database. Put the key from before back, or into SECRET_KEY_PREVIOUS.',
  },
};

const unusable: Readonly<Record<OperatorLanguage, (reason: string) => string>> = {
  fr: (reason) => `La base ne peut pas servir (${reason}).`,
  en: (reason) => `The database cannot be used (${reason}).`,
};

/** Why a database can't be used, and what to do. @param reason of `storage.unavailable` */
export function explainStorageReason(reason: string, language: OperatorLanguage = 'en'): string {
  return storageReasons[language][reason] ?? unusable[language](reason);
}

/** One line: the sentence where there is one, and the code with its parameters. */
export function explainCode({ code, params }: AppError, language: OperatorLanguage = 'en'): string {
  const { reason } = params;
  const sentence =
    code === 'storage.unavailable'
      ? storageReasons[language][String(reason)]
      : (sentences[language][code] ?? sentences.en[code]);
  const told = `${code} ${JSON.stringify(params)}`;
  return sentence === undefined ? told : `${sentence} (${told})`;
}
