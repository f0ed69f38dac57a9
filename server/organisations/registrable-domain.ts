/** Which host names have one owner. Behind the public suffix list: `qc.ca` is nobody's, `ecole.qc.ca` is one school's. */
import { getDomain } from 'tldts';

/** Whether both names lie under the same registrable domain; addresses and names without one have none. */
export function isSameSite(one: string, other: string): boolean {
  const [first, second] = [one, other].map((hostname) => getDomain(hostname, { allowPrivateDomains: true }));
  return first !== null && first === second;
}
