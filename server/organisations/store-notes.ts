import type { StoreNote } from './test-destination.ts';

/** Reasons of a pause that the record store did not cause. */
type PauseReason = 'destination.paused-by-operator' | 'destination.not-in-settings' | 'secret.unreadable';

const sentences: Readonly<Record<StoreNote | PauseReason, string>> = {
  'store.name-unknown': 'This host name is unknown. Check the host in the address.',
  'store.nobody-listens': 'Nothing listens at this address. Check host and port, and whether the store runs.',
  'store.no-answer': 'The store did not answer in time. Check the network and the firewall.',
  'store.connection-cut': 'The connection was cut. NUM+ retries by itself.',
  'store.certificate-self-signed':
    'The certificate is self-signed. Install a trusted one, or name its authority in NODE_EXTRA_CA_CERTS.',
  'store.certificate-expired': 'The certificate is not valid today. Renew it, or check the clock.',
  'store.certificate-other-name': 'The certificate is for another name. Use the name in the certificate.',
  'store.certificate-untrusted':
    'The certificate is not trusted. Install its full chain, or name its authority in NODE_EXTRA_CA_CERTS.',
  'store.no-https': 'The server at this address does not use https. Check the port.',
  'store.address-unusable': 'This address cannot be called. Check its spelling and its port.',
  'store.redirects': 'The address redirects. Enter the address that it redirects to.',
  'store.address-wrong': 'There is no record store at this path. It often ends in /xapi or /data/xAPI.',
  'store.no-record-store':
    'Something else answers there, such as a sign-in page. Check the path, and any gateway in front.',
  'store.key-refused': 'The store refuses the key or the secret. Enter them again with `lrs credentials`.',
  'store.key-forbidden': 'The key does not have this right. Allow it to write statements.',
  'store.version-refused': 'The store uses another version of xAPI. Set it with --xapi-version.',
  'store.statement-refused': 'The store refuses the statement. Its answer follows.',
  'store.refuses-everything':
    'The store refuses every statement of a batch. Test it with `lrs test`; its answer is in the log.',
  'store.busy': 'The store asks for fewer requests. NUM+ retries by itself.',
  'store.troubled': 'The store has an internal error. NUM+ retries by itself.',
  'store.no-about': 'The store does not say which versions it supports. The next steps tell more.',
  'store.other-version': 'The store does not support the version that is set. Its own versions follow.',
  'store.not-readable': 'The store does not return the statement (yet). Statements can be sent.',
  'store.changes-statements':
    'The store returns something other than what was sent. Compare before you rely on it.',
  'destination.paused-by-operator': 'An operator paused it. `lrs resume` resumes it.',
  'destination.not-in-settings': 'The settings name another store, or none. `lrs resume` resumes it.',
  'secret.unreadable':
    'Its credentials cannot be decrypted with SECRET_KEY. Enter them again with `lrs credentials`.',
};

export function explainStore(code: string): string {
  return Object.entries(sentences).find(([known]) => known === code)?.[1] ?? code;
}
