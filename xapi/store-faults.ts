/** What an operator must repair in a record store. The texts are in the server. */
import type { LrsFailure } from './lrs-outcome.ts';

export type StoreFault =
  | 'store.name-unknown'
  | 'store.nobody-listens'
  | 'store.no-answer'
  | 'store.connection-cut'
  | 'store.certificate-self-signed'
  | 'store.certificate-expired'
  | 'store.certificate-other-name'
  | 'store.certificate-untrusted'
  | 'store.no-https'
  | 'store.address-unusable'
  | 'store.redirects'
  | 'store.address-wrong'
  | 'store.no-record-store'
  | 'store.key-refused'
  | 'store.key-forbidden'
  | 'store.version-refused'
  | 'store.statement-refused'
  | 'store.refuses-everything'
  | 'store.busy'
  | 'store.troubled';

/** By Node's error code; the first match counts. */
const causes: readonly (readonly [RegExp, StoreFault])[] = [
  [/ENOTFOUND|EAI_AGAIN/, 'store.name-unknown'],
  [/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/, 'store.nobody-listens'],
  [/Timeout|TIMEOUT|TIMEDOUT/, 'store.no-answer'],
  [/SELF_SIGNED/, 'store.certificate-self-signed'],
  [/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/, 'store.certificate-expired'],
  [/ALTNAME/, 'store.certificate-other-name'],
  [/CERT|UNABLE_TO_|ERR_TLS/, 'store.certificate-untrusted'],
  [/EPROTO|WRONG_VERSION|ERR_SSL/, 'store.no-https'],
  [/ERR_INVALID_URL|ERR_INVALID_ARG|bad port/, 'store.address-unusable'],
];

export function storeFaultOf({ kind, status, message }: LrsFailure): StoreFault {
  if (status === 0) {
    return causes.find(([pattern]) => pattern.test(message))?.[1] ?? 'store.connection-cut';
  }
  if (kind === 'unauthorized') return 'store.key-refused';
  if (kind === 'forbidden') return 'store.key-forbidden';
  if (kind === 'refused') {
    const aboutVersion = status === 400 && /X-Experience-API-Version|xAPI version/i.test(message);
    return aboutVersion ? 'store.version-refused' : 'store.statement-refused';
  }
  if (kind === 'throttled') return 'store.busy';
  if (kind === 'unavailable') return 'store.troubled';
  if (status >= 300 && status < 400) return 'store.redirects';
  return status >= 200 && status < 300 ? 'store.no-record-store' : 'store.address-wrong';
}
