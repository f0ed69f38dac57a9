import type { AppError, ErrorCode } from '../../base/errors.ts';
import type { OperatorLanguage } from '../../base/operator-language.ts';
import { findStorageReason } from '../../storage/explain-reason.ts';

type Sentences = Partial<Readonly<Record<ErrorCode, string>>>;

const sentences: Readonly<Record<OperatorLanguage, Sentences>> = {
  fr: {
    'audit.unwritten':
      'Rien n’a été donné : le registre d’audit n’a pas pu noter qui lit ces données. Réessayer quand la base accepte l’écriture.',
    'erasure.unfinished':
      'Des personnes effacées sont encore dans la base, et leur effacement n’a pas pu finir. Rien n’est servi. Le journal dit pourquoi (erasure.not-applied). Corriger la cause, puis redémarrer.',
    'secret.unreadable':
      'SECRET_KEY n’ouvre pas ce qui est scellé dans la base. Remettre la clé d’avant, ou la mettre dans SECRET_KEY_PREVIOUS.',
  },
  en: {
    'storage.duplicate': 'This issuer and client id are already registered.',
    'audit.unwritten':
      'Nothing was given: the `audit` record could not note who reads these data. Try again when the database accepts writes.',
    'organisation.unknown': 'There is no organisation with this id.',
    'platform.unknown': 'There is no platform with this reference. `platform list` shows them.',
    'platform.ambiguous': 'Several registrations of this platform wait. Name one with --client-id.',
    'deployment.unknown': 'This platform has no such deployment. `deployment list` shows them.',
    'deployment.ambiguous': 'Several registrations have such a deployment. Name one with --client-id.',
    'erasure.unfinished':
      'People who were erased are still in the database, and erasing them did not finish. Nothing is served. The log says why (erasure.not-applied). Correct the cause, then start again.',
    'secret.unreadable':
      'SECRET_KEY does not open what is sealed in the database. Put the key from before back, or into SECRET_KEY_PREVIOUS.',
  },
};

/** Returns the sentence for the code, if there is one, and the code with its parameters. */
export function explainCode({ code, params }: AppError, language: OperatorLanguage = 'en'): string {
  const isStorage = code === 'storage.unavailable';
  const sentence = isStorage
    ? findStorageReason(String(params.reason), language)
    : (sentences[language][code] ?? sentences.en[code]);
  const details = JSON.stringify(params);
  if (sentence === undefined) return `${code} ${details}`;
  return `${sentence} (${isStorage ? 'storage' : code} ${details})`;
}
