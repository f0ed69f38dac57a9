import type { Log } from '../base/log.ts';
import type { Config } from '../base/config.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { startPace } from '../delivery/pace.ts';
import { sealCredentials } from './credentials.ts';
import { ensureDefaults } from './defaults.ts';

interface DestinationDeps {
  readonly storage: Storage;
  readonly secrets: Secrets;
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly log: Log;
}

/**
 * Another address is another destination, which gets all statements of the study. New credentials and a restart
 * resume a paused one.
 */
export async function ensureDestination(deps: DestinationDeps, lrs: Config['lrs']): Promise<void> {
  const present = await deps.storage.destinations.list({ limit: 100 });
  for (const { organisationId, id, endpoint, status, origin } of present) {
    if (origin !== 'settings' || status === 'paused' || endpoint === lrs?.endpoint) continue;
    // Paused until the settings name the address again.
    const change = { status: 'paused', pausedBecause: 'destination.not-in-settings' } as const;
    await deps.storage.destinations.update(organisationId, id, change);
    deps.log.warn({ destination: id }, change.pausedBecause);
  }
  if (lrs !== null) await deps.storage.destinations.put(await describeDestination(deps, lrs, present));
}

async function describeDestination(
  deps: DestinationDeps,
  lrs: NonNullable<Config['lrs']>,
  present: readonly Destination[],
): Promise<Destination> {
  const { secrets, clock, randomId } = deps;
  const { study } = await ensureDefaults(deps);
  const existing = present.find(
    ({ endpoint, studyId, origin }) =>
      origin === 'settings' && endpoint === lrs.endpoint && studyId === study.id,
  );
  const id = existing?.id ?? randomId();
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
    createdAt: existing?.createdAt ?? clock(),
  };
}
