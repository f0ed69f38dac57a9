/**
 * Which addresses a registering LMS may name: its own. An issuer of another host would let anyone speak for that
 * LMS; an endpoint elsewhere would send our calls, and our people, there. Pure.
 */
import { isLoopbackName } from './address-guard.ts';

/** Whether two host names belong to one owner: the same registrable domain, by the public suffix list. */
type IsSameSite = (one: string, other: string) => boolean;

/**
 * LMSs of one vendor that share an issuer or a token server under other names than the school's (lti.md §4). Each
 * entry lists whole host names, or a domain with a dot before it for everything below it.
 */
interface SplitHosts {
  /** Issuers that are no school's own. */
  readonly issuers: readonly string[];
  /** Where such an issuer's description may lie, and whose endpoints the next line is about. */
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
  // Brightspace: issuer and pages under any name the school likes, one token server for all.
  { issuers: [], homes: 'any', endpoints: ['auth.brightspace.com'] },
];

export interface HostRules {
  readonly isSameSite: IsSameSite;
  /** Hosts, with a port where they have one, that whoever invited named: any port of these is meant. */
  readonly namedHosts: readonly string[];
  readonly allowInsecureLoopback: boolean;
}

/** Whether the description of this issuer may lie at that address. */
export function isOwnIssuer(issuer: string, configurationUrl: URL): boolean {
  if (!URL.canParse(issuer)) return false;
  const { host, hostname } = new URL(issuer);
  if (host === configurationUrl.host) return true;
  return vendors.some(
    ({ issuers, homes }) => issuers.includes(hostname) && covers(homes, configurationUrl.hostname),
  );
}

/** Whether an LMS that describes itself there may name this address as its endpoint. */
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

/** 443, or a port of a host that somebody of ours named; on loopback any. */
export function isOrdinaryPort(url: URL, { namedHosts, allowInsecureLoopback }: HostRules): boolean {
  if (allowInsecureLoopback && isLoopbackName(url.hostname)) return true;
  return url.port === '' || namedHosts.some((host) => host === url.host || host === url.hostname);
}

function covers(list: readonly string[] | 'any', hostname: string): boolean {
  if (list === 'any') return true;
  return list.some((entry) => (entry.startsWith('.') ? `.${hostname}`.endsWith(entry) : hostname === entry));
}
