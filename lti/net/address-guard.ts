import { BlockList, isIP } from 'node:net';

/** `private` may be allowed by host name, `never` not. */
export type AddressKind = 'public' | 'private' | 'never';

export interface CheckedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Returns all addresses of the name; may be empty or throw. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

interface AddressRules {
  readonly resolve: Resolve;
  readonly allowInsecureLoopback: boolean;
  /** Called only if the name resolves to a private address. */
  readonly isPrivateHost: (hostname: string) => Promise<boolean>;
}

/** Cloud metadata services give out credentials; some are in ranges that could be allowed. */
const metadata = { 4: ['100.100.100.200', '168.63.129.16'], 6: ['fd00:ec2::254', 'fd20:ce::254'] } as const;

const privateRanges = {
  4: ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
  6: ['::1/128', 'fc00::/7'],
} as const;

/** IANA special-purpose ranges: this network, link-local, documentation, benchmarks, multicast, tunnels. */
const neverRanges = {
  4: [
    ...['0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24'],
    ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ],
  // Addresses of Teredo and 6to4 contain any IPv4 address.
  6: ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
} as const;

const families = { 4: 'ipv4', 6: 'ipv6' } as const;

function listOf(family: 4 | 6, ranges: readonly string[], addresses: readonly string[] = []): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    list.addSubnet(network, Number(prefix), families[family]);
  }
  for (const address of addresses) list.addAddress(address, families[family]);
  return list;
}

// Separate lists, because in a common one mapped ranges match all of IPv4.
const never = { 4: listOf(4, neverRanges[4], metadata[4]), 6: listOf(6, neverRanges[6], metadata[6]) };
const privates = { 4: listOf(4, privateRanges[4]), 6: listOf(6, privateRanges[6]) };
/** Allocated by IANA; all other IPv6 (mapped, translated, link-local, multicast) is refused. */
const globalUnicast = listOf(6, ['2000::/3']);

/** Invalid text is `never`. */
export function classifyAddress(address: string): AddressKind {
  const family = isIP(address);
  // A zone (`fe80::1%eth0`) is a local interface.
  if ((family !== 4 && family !== 6) || address.includes('%')) return 'never';
  const name = families[family];
  if (never[family].check(address, name)) return 'never';
  if (privates[family].check(address, name)) return 'private';
  return family === 4 || globalUnicast.check(address, name) ? 'public' : 'never';
}

/**
 * Accepts https (or http on allowed loopback) without credentials or numeric host. `URL` has already
 * normalised decimal, octal and hexadecimal addresses.
 */
export function parseOutgoingUrl(text: string, allowInsecureLoopback: boolean): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return undefined;
  if (allowInsecureLoopback && isLoopbackName(url.hostname))
    return /^https?:$/.test(url.protocol) ? url : undefined;
  return url.protocol === 'https:' && isIP(bareHost(url)) === 0 ? url : undefined;
}

/** Undefined if any address is refused. Callers must connect to exactly these, against DNS rebinding. */
export async function findCheckedAddresses(
  url: URL,
  { resolve, allowInsecureLoopback, isPrivateHost }: AddressRules,
): Promise<readonly CheckedAddress[] | undefined> {
  const hostname = bareHost(url);
  const isLoopback = allowInsecureLoopback && isLoopbackName(url.hostname);
  // Not every resolver maps `.localhost` (RFC 6761 §6.3).
  const isOwnName = isLoopback && hostname.endsWith('.localhost');
  const found = isOwnName ? ['127.0.0.1'] : isIP(hostname) > 0 ? [hostname] : await resolve(hostname);
  const checked = found.map((address): CheckedAddress => ({ address, family: isIP(address) === 6 ? 6 : 4 }));
  if (isLoopback) return found.every(isLoopbackAddress) ? checked : undefined;
  const kinds = new Set(found.map(classifyAddress));
  if (kinds.has('never')) return undefined;
  return kinds.has('private') && !(await isPrivateHost(hostname)) ? undefined : checked;
}

export function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || isLoopbackAddress(hostname);
}

function isLoopbackAddress(address: string): boolean {
  return address === '::1' || address === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(address);
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}
