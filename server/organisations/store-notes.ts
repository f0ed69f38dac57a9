/** What commands say about a record store: what is wrong, and what an operator can do. */
import type { StoreNote } from './test-destination.ts';

/** Why a destination is paused, besides what its store did. */
type PauseReason = 'destination.paused-by-operator' | 'destination.not-in-settings' | 'secret.unreadable';

const sentences: Readonly<Record<StoreNote | PauseReason, string>> = {
  'store.name-unknown': 'No machine has this name. Check the host in the address.',
  'store.nobody-listens': 'Nothing listens at this address. Check host and port, and whether the store runs.',
  'store.no-answer': 'No answer came in time. Check the network and the firewall.',
  'store.connection-cut': 'The connection was cut. It is tried again by itself.',
  'store.certificate-self-signed':
    'The certificate is self-signed. Give the store one that is trusted, or name its authority in NODE_EXTRA_CA_CERTS.',
  'store.certificate-expired': 'The certificate is not valid today. Renew it, or check the clock.',
  'store.certificate-other-name':
    'The certificate is for another name. Use the name that the certificate bears.',
  'store.certificate-untrusted':
    'The certificate is not trusted. Give the store a whole chain, or name its authority in NODE_EXTRA_CA_CERTS.',
  'store.no-https': 'What answers there does not speak https. Check the port.',
  'store.address-unusable': 'This address cannot be called. Check its spelling and its port.',
  'store.redirects': 'The address leads elsewhere. Enter the address that it leads to.',
  'store.address-wrong': 'There is no record store at this path. It often ends in /xapi or /data/xAPI.',
  'store.no-record-store':
    'Something else answers there, such as a sign-in page. Check the path, and any gateway in front.',
  'store.key-refused': 'The store refuses key or secret. Enter them anew with `lrs credentials`.',
  'store.key-forbidden': 'The key may not do this. Give it the right to write statements.',
  'store.version-refused': 'The store takes another version of xAPI. Add it with --xapi-version.',
  'store.statement-refused': 'The store refuses the statement. What it says stands beside.',
  'store.refuses-everything':
    'The store refuses every statement of a batch. Try it with `lrs test`; what it says is in the log.',
  'store.busy': 'The store asks for patience. It is tried again by itself.',
  'store.troubled': 'The store has a fault of its own. It is tried again by itself.',
  'store.no-about': 'The store does not say which versions it takes. The next steps tell more.',
  'store.other-version': 'The store does not take the version that is set. It names those that it takes.',
  'store.not-readable': 'The store does not give the statement back (yet). Statements can be sent.',
  'store.changes-statements':
    'The store gives back something else than it was sent. Compare before you rely on it.',
  'destination.paused-by-operator': 'An operator paused it. `lrs resume` wakes it.',
  'destination.not-in-settings': 'The settings name another store, or none. `lrs resume` wakes it.',
  'secret.unreadable':
    'Its credentials cannot be opened with SECRET_KEY. Enter them anew with `lrs credentials`.',
};

/** The sentence for a code as rows keep it; the code itself where it has none. */
export function explainStore(code: string): string {
  return Object.entries(sentences).find(([known]) => known === code)?.[1] ?? code;
}
