/**
 * The addresses that a registering LMS may name: its own. With an issuer of another host, anyone could speak
 * for that LMS; an endpoint elsewhere would receive our calls and our people.
 */
import { isLoopbackName } from './address-guard.ts';

/** Whether two host names have the same registrable domain (public suffix list). */
type IsSameSite = (one: string, other: string) => boolean;

/**
 * Vendors whose LMSs share an issuer or token server under names other than the school's. Entries are whole
 * host names, or a domain with a leading dot for everything below it.
 */
interface SplitHosts {
  /** Shared issuers. */
  readonly issuers: readonly string[];
  /** Where the description of such an issuer may be, and whose endpoints `endpoints` allows. */
  readonly homes: readonly string[] | 'any';
  /** Endpoints that any of these LMSs may name. */
  readonly endpoints: readonly string[];
}

const vendors: readonly SplitHosts[] = [
  {
    issuers: ['canvas.instructure.com', 'canvas.beta.instructure.com', 'canvas.test.instructure.com'],
    homes: ['.instructure.com', '.canvaslms.com'],
    endpoints: ['.instructure.com', '.canvaslms.com'],
  },
  { issuers: ['blackboard.com'], homes: ['.blackboard.com'], endpoints: ['.blackboard.com'] },
  // Brightspace: issuer and pages under any name, one token server for all.
  { issuers: [], homes: 'any', endpoints: ['auth.brightspace.com'] },
];

export interface HostRules {
  readonly isSameSite: IsSameSite;
  /** Hosts named in the invitation, with a port if they have one: any of their ports is allowed. */
  readonly namedHosts: readonly string[];
  readonly allowInsecureLoopback: boolean;
}

/** Whether this issuer's description may be at that address. */
export function isOwnIssuer(issuer: string, configurationUrl: URL): boolean {
  if (!URL.canParse(issuer)) return false;
  const { host, hostname } = new URL(issuer);
  if (host === configurationUrl.host) return true;
  return vendors.some(
    ({ issuers, homes }) => issuers.includes(hostname) && covers(homes, configurationUrl.hostname),
  );
}

/** Whether an LMS described at that address may name this endpoint. */
export function isOwnEndpoint(endpoint: string, configurationUrl: URL, rules: HostRules): boolean {
  if (!URL.canParse(endpoint)) return false;
  const url = new URL(endpoint);
  if (!isOrdinaryPort(url, rules)) return false;
  const { hostname: home } = configurationUrl;
  return (
    url.hostname === home ||
    rules.isSameSite(url.hostname, home) ||
    rules.namedHosts.includes(url.hostname) ||
    vendors.some(({ homes, endpoints }) => covers(homes, home) && covers(endpoints, url.hostname))
  );
}

/** 443, a port of a host that we named, or any port on loopback. */
export function isOrdinaryPort(url: URL, { namedHosts, allowInsecureLoopback }: HostRules): boolean {
  if (allowInsecureLoopback && isLoopbackName(url.hostname)) return true;
  return url.port === '' || namedHosts.some((host) => host === url.host || host === url.hostname);
}

function covers(list: readonly string[] | 'any', hostname: string): boolean {
  if (list === 'any') return true;
  return list.some((entry) => (entry.startsWith('.') ? `.${hostname}`.endsWith(entry) : hostname === entry));
}
