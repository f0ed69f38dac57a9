/** Uses the public suffix list: nobody owns `qc.ca`, one school owns `ecole.qc.ca`. */
import { getDomain } from 'tldts';

/** False for IP addresses. */
export function isSameSite(one: string, other: string): boolean {
  const [first, second] = [one, other].map((hostname) => getDomain(hostname, { allowPrivateDomains: true }));
  return first !== null && first === second;
}
