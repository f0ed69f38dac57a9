import type { GateDeps } from '../../lti/launch/gate.ts';
import { getHostAndPort } from '../../lti/net/own-address.ts';
import { addressesOf } from '../organisations/add-platform.ts';
import { checkConnection } from '../organisations/connection.ts';
import type { Connection, ConnectionDeps } from '../organisations/connection.ts';
import type { KeyRead } from '../organisations/key-reads.ts';
import type { Platform, Registration } from '../storage/ports/platforms.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { type Finding, finding } from './finding.ts';

export interface ListedPlatform {
  readonly platform: Platform;
  readonly registrations: readonly Registration[];
}

export interface PlatformDeps extends ConnectionDeps {
  readonly gate: Pick<GateDeps, 'keySets'>;
  readonly publicUrl: string;
  readonly storage: Pick<Storage, 'platforms'>;
}

/** No platform has it: tests only whether the key set is readable. */
const noKey = 'doctor';
const countedDeployments = 1_000;

export async function checkPlatforms(
  deps: PlatformDeps,
  listed: readonly ListedPlatform[],
): Promise<Finding[]> {
  if (listed.length === 0) return [finding('note', 'platform', 'platform.none', {})];
  const found = await Promise.all(listed.map((one) => checkPlatform(deps, one)));
  return found.flat();
}

async function checkPlatform(
  deps: PlatformDeps,
  { platform, registrations }: ListedPlatform,
): Promise<Finding[]> {
  const active = registrations.filter((registration) => registration.active);
  if (active.length === 0) return [finding('note', 'platform', 'platform.inactive', {}, platform.name)];
  const found = await Promise.all(active.map((one) => checkRegistration(deps, one, platform)));
  return [...found.flat(), ...(await checkDeployments(deps, platform, active))];
}

async function checkRegistration(
  deps: PlatformDeps,
  registration: Registration,
  { name, ref }: Platform,
): Promise<Finding[]> {
  const { id: registrationId, issuer, clientId, keySetUrl } = registration;
  const keys = await deps.gate.keySets.find({ registrationId, issuer, clientId, keySetUrl }, noKey);
  const connection = await checkConnection(deps, registration, ref);
  const found = describeConnection(deps, registration, connection, { name, ref });
  return keys.ok || keys.code === 'lti.key-unknown'
    ? [found]
    : [
        finding('act', 'platform', 'platform.keys-unreachable', { code: keys.code }, name),
        ...(found.state === 'act' ? [found] : []),
      ];
}

function describeConnection(
  { publicUrl }: Pick<PlatformDeps, 'publicUrl'>,
  { family }: Registration,
  { state, said, keysRead }: Connection,
  { name, ref }: Pick<Platform, 'name' | 'ref'>,
): Finding {
  const read = describeRead(keysRead);
  if (state === 'fine') return finding('ok', 'platform', 'platform.fine', read, name);
  if (state === 'no-grades') return finding('note', 'platform', 'platform.no-grades', {}, name);
  if (state === 'refused') {
    return finding('act', 'platform', 'platform.token-refused', { ...read, said }, name);
  }
  if (state === 'unreachable') {
    return finding('act', 'platform', 'platform.token-unreachable', { reason: said }, name);
  }
  // Entered by hand: no family; most are Moodles.
  const product = (family ?? 'moodle') === 'moodle' ? 'moodle' : 'other';
  return finding(
    'act',
    'platform',
    'platform.keys-unread',
    { ...read, ...getHostAndPort(publicUrl), keys: addressesOf(publicUrl, ref).keySetUrl, said, product },
    name,
  );
}

function describeRead(read: KeyRead | null): { readonly readAt: string; readonly reader: string } {
  if (read === null) return { readAt: '', reader: '' };
  const kind = read.reader === 'moodle' ? ['Moodle'] : [];
  const family = read.family === null ? [] : [`IPv${read.family}`];
  return { readAt: new Date(read.at).toISOString().slice(0, 16), reader: [...kind, ...family].join(', ') };
}

async function checkDeployments(
  { storage }: PlatformDeps,
  platform: Platform,
  active: readonly Registration[],
): Promise<Finding[]> {
  const page = { limit: countedDeployments };
  const all = await storage.platforms.listDeployments(platform.organisationId, platform.id, page);
  const count = all.filter(({ status }) => status === 'pending').length;
  const isOpen = all.some(
    ({ status, registrationId }) => status === 'approved' && active.some(({ id }) => id === registrationId),
  );
  return [
    ...(isOpen ? [] : [finding('note', 'platform', 'platform.no-deployments', {}, platform.name)]),
    ...(count === 0 ? [] : [finding('note', 'platform', 'platform.waiting', { count }, platform.name)]),
  ];
}
