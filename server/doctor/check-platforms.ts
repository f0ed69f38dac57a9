import type { GateDeps } from '../../lti/launch/gate.ts';
import type { GuardedFetch } from '../../lti/net/guarded-fetch.ts';
import type { Platform, Registration } from '../storage/ports/platforms.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { type Finding, finding } from './finding.ts';

export interface ListedPlatform {
  readonly platform: Platform;
  readonly registrations: readonly Registration[];
}

export interface PlatformDeps {
  readonly gate: Pick<GateDeps, 'keySets'>;
  readonly platformFetch: GuardedFetch;
  readonly storage: Pick<Storage, 'platforms'>;
}

/** A key id that no platform has: tests only whether the key set can be read. */
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
  const found = await Promise.all(active.map((one) => checkRegistration(deps, one, platform.name)));
  return [...found.flat(), ...(await findWaiting(deps, platform))];
}

async function checkRegistration(
  { gate, platformFetch }: PlatformDeps,
  registration: Registration,
  name: string,
): Promise<Finding[]> {
  const { id: registrationId, issuer, clientId, keySetUrl, tokenUrl } = registration;
  const keys = await gate.keySets.find({ registrationId, issuer, clientId, keySetUrl }, noKey);
  // A token service must refuse an empty request with 400 or 401 (RFC 6749 §5.2).
  const token = await platformFetch(tokenUrl, {
    client: { issuer, clientId },
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  const found: Finding[] = [];
  if (!keys.ok && keys.code !== 'lti.key-unknown') {
    found.push(finding('act', 'platform', 'platform.keys-unreachable', { code: keys.code }, name));
  }
  const fault = token.ok ? faultOfStatus(token.status) : token.reason;
  if (fault !== null) {
    found.push(finding('act', 'platform', 'platform.token-unreachable', { reason: fault }, name));
  }
  return found.length > 0 ? found : [finding('ok', 'platform', 'platform.fine', {}, name)];
}

function faultOfStatus(status: number): string | null {
  return status === 404 || status >= 500 ? String(status) : null;
}

async function findWaiting({ storage }: PlatformDeps, platform: Platform): Promise<Finding[]> {
  const page = { limit: countedDeployments };
  const all = await storage.platforms.listDeployments(platform.organisationId, platform.id, page);
  const count = all.filter(({ status }) => status === 'pending').length;
  return count === 0 ? [] : [finding('note', 'platform', 'platform.waiting', { count }, platform.name)];
}
