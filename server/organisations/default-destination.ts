/** The record store that the environment names: the destination of the default study. */
import type { Log } from '../base/log.ts';
import type { Config } from '../base/config.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { startPace } from '../delivery/pace.ts';
import { sealCredentials } from './credentials.ts';
import { ensureDefaults } from './defaults.ts';

interface Makers {
  readonly storage: Storage;
  readonly secrets: Secrets;
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly log: Log;
}

/**
 * Makes destinations follow the environment: another address is another destination, which receives the study's
 * statements from the beginning; one that is named no longer is paused; new credentials and a restart wake it.
 */
export async function ensureDestination(makers: Makers, lrs: Config['lrs']): Promise<void> {
  const present = await makers.storage.destinations.list({ limit: 100 });
  for (const { organisationId, id, endpoint, status, origin } of present) {
    if (origin !== 'settings' || status === 'paused' || endpoint === lrs?.endpoint) continue;
    // Its statements are kept: whoever names the store again sends them on.
    const change = { status: 'paused', pausedBecause: 'destination.not-in-settings' } as const;
    await makers.storage.destinations.update(organisationId, id, change);
    makers.log.warn({ destination: id }, change.pausedBecause);
  }
  if (lrs !== null) await makers.storage.destinations.put(await describeDestination(makers, lrs, present));
}

async function describeDestination(
  makers: Makers,
  lrs: NonNullable<Config['lrs']>,
  present: readonly Destination[],
): Promise<Destination> {
  const { secrets, clock, randomId } = makers;
  const { study } = await ensureDefaults(makers);
  const known = present.find(
    ({ endpoint, studyId, origin }) =>
      origin === 'settings' && endpoint === lrs.endpoint && studyId === study.id,
  );
  const id = known?.id ?? randomId();
  return {
    id,
    organisationId: study.organisationId,
    studyId: study.id,
    endpoint: lrs.endpoint,
    sealedCredentials: sealCredentials(secrets, id, lrs),
    purpose: 'operational',
    tier: 3,
    version: '1.0.3',
    status: 'active',
    pausedBecause: '',
    notBefore: 0,
    failures: 0,
    origin: 'settings',
    ...startPace,
    createdAt: known?.createdAt ?? clock(),
  };
}
