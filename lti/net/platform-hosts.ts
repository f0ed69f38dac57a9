/**
 * An LMS may name only its own addresses: a foreign issuer could impersonate, and a foreign endpoint
 * receives our calls.
 */
import { isLoopbackName } from './address-guard.ts';

type IsSameSite = (one: string, other: string) => boolean;

/** Vendors whose customers share an issuer or token server. Host names; a leading dot includes subdomains. */
interface SplitHosts {
  readonly issuers: readonly string[];
  /** Hosts of the configuration that may use `endpoints`. */
  readonly homes: readonly string[] | 'any';
  readonly endpoints: readonly string[];
}

const vendors: readonly SplitHosts[] = [
  {
    issuers: ['canvas.instructure.com', 'canvas.beta.instructure.com', 'canvas.test.instructure.com'],
    homes: ['.instructure.com', '.canvaslms.com'],
    endpoints: ['.instructure.com', '.canvaslms.com'],
  },
  { issuers: ['blackboard.com'], homes: ['.blackboard.com'], endpoints: ['.blackboard.com'] },
  // Brightspace has its issuer under any name and one token server.
  { issuers: [], homes: 'any', endpoints: ['auth.brightspace.com'] },
];

export interface HostRules {
  readonly isSameSite: IsSameSite;
  /** From the invitation, optionally with a port; all their ports are allowed. */
  readonly namedHosts: readonly string[];
  readonly allowInsecureLoopback: boolean;
}

/** As OpenID Connect wants it; `URL` would repair what is not. */
const plainIssuer = /^https?:\/\/[^/?#@\\\s]+(?:\/[^?#\\\s]*)?$/;
const printable = /^[!-~]+$/;

export function isOwnIssuer(
  issuer: string,
  configurationUrl: URL,
  { allowInsecureLoopback }: Pick<HostRules, 'allowInsecureLoopback'>,
): boolean {
  if (!plainIssuer.test(issuer) || !printable.test(issuer) || !URL.canParse(issuer)) return false;
  const { protocol, host, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !(allowInsecureLoopback && isLoopbackName(hostname))) return false;
  if (host === configurationUrl.host) return true;
  return vendors.some(
    ({ issuers, homes }) => issuers.includes(hostname) && covers(homes, configurationUrl.hostname),
  );
}

/** Portals of vendors, whose LMSs launch under another name (Blackboard's article 000090618). */
const portalIssuers: ReadonlyMap<string, string> = new Map([
  ['developer.blackboard.com', 'https://blackboard.com'],
]);

/** @param issuer an address, as described */
export function findLaunchIssuer(issuer: string): string {
  return portalIssuers.get(new URL(issuer).hostname) ?? issuer;
}

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

/** Port 443, a port of a named host, or any port on loopback. */
export function isOrdinaryPort(url: URL, { namedHosts, allowInsecureLoopback }: HostRules): boolean {
  if (allowInsecureLoopback && isLoopbackName(url.hostname)) return true;
  return url.port === '' || namedHosts.some((host) => host === url.host || host === url.hostname);
}

function covers(list: readonly string[] | 'any', hostname: string): boolean {
  if (list === 'any') return true;
  return list.some((entry) => (entry.startsWith('.') ? `.${hostname}`.endsWith(entry) : hostname === entry));
}
