/** The record store that the environment names: the destination of the default study. */
import type { Log } from '../log.ts';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Secrets } from '../secrets.ts';
import type { Destination, Storage } from '../storage/ports.ts';
import { ensureDefaults } from './defaults.ts';

interface Makers {
  readonly storage: Storage;
  readonly secrets: Secrets;
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly log: Log;
}

const Credentials = z.object({ key: z.string(), secret: z.string() });

const purpose = 'destination';

/**
 * Makes the destination follow the environment: another address is another destination, which receives the study's
 * statements from the beginning; new credentials and a restart wake a paused one.
 */
export async function ensureDestination(makers: Makers, lrs: Config['lrs']): Promise<void> {
  if (lrs === null) return;
  const { storage, secrets, clock, randomId } = makers;
  const { study } = await ensureDefaults(makers);
  const known = (await storage.destinations.list({ limit: 100 })).find(
    ({ endpoint, studyId }) => endpoint === lrs.endpoint && studyId === study.id,
  );
  const id = known?.id ?? randomId();
  const destination: Destination = {
    id,
    organisationId: study.organisationId,
    studyId: study.id,
    endpoint: lrs.endpoint,
    sealedCredentials: secrets.seal(purpose, JSON.stringify({ key: lrs.key, secret: lrs.secret }), id),
    purpose: 'operational',
    tier: 3,
    version: '1.0.3',
    status: 'active',
    pausedBecause: '',
    notBefore: 0,
    failures: 0,
    createdAt: known?.createdAt ?? clock(),
  };
  await storage.destinations.put(destination);
}

/** Key and secret of a destination; they leave this process only towards that store. */
export function openCredentials(secrets: Secrets, destination: Destination): { key: string; secret: string } {
  const text = secrets.unseal(purpose, destination.sealedCredentials, destination.id);
  return Credentials.parse(JSON.parse(text));
}
