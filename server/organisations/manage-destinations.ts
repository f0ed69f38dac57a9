import { startPace } from '../delivery/pace.ts';
import type { Secrets } from '../base/secrets.ts';
import type { StatementRef } from '../storage/ports/attempts.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import type { Study } from '../storage/ports/organisations.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { type AuditDeps, recordAudit } from '../records/audit.ts';
import { type Credentials, sealCredentials } from './credentials.ts';

interface DestinationDeps extends AuditDeps {
  readonly storage: Pick<Storage, 'audit' | 'destinations' | 'deliveries'>;
  readonly secrets: Secrets;
}

export interface NewDestination extends Pick<Destination, 'purpose' | 'tier' | 'version'> {
  readonly study: Pick<Study, 'id' | 'organisationId'>;
  readonly endpoint: string;
  readonly credentials: Credentials;
}

export function describeDestination(
  { secrets, clock, randomId }: Pick<DestinationDeps, 'secrets' | 'clock' | 'randomId'>,
  { study, endpoint, credentials, purpose, tier, version }: NewDestination,
): Destination {
  const id = randomId();
  return {
    id,
    organisationId: study.organisationId,
    studyId: study.id,
    purpose,
    tier,
    version,
    endpoint: endpoint.replace(/\/+$/, ''),
    sealedCredentials: sealCredentials(secrets, id, credentials),
    status: 'active',
    pausedBecause: '',
    notBefore: 0,
    failures: 0,
    origin: 'operator',
    ...startPace,
    createdAt: clock(),
  };
}

/** The new destination gets all statements of the study, from the first one on. */
export async function addDestination(deps: DestinationDeps, destination: Destination): Promise<void> {
  await deps.storage.destinations.put(destination);
  const { endpoint, studyId, purpose, tier, version } = destination;
  await recordAudit(deps, {
    ...auditTarget(destination),
    action: 'destination.added',
    details: { host: new URL(endpoint).host, study: studyId, purpose, tier, version },
  });
}

export async function pauseDestination(deps: DestinationDeps, destination: Destination): Promise<void> {
  await change(deps, destination, { status: 'paused', pausedBecause: 'destination.paused-by-operator' });
  await recordAudit(deps, { ...auditTarget(destination), action: 'destination.paused' });
}

/** It resumes at the pace of a new destination. */
export async function resumeDestination(deps: DestinationDeps, destination: Destination): Promise<void> {
  await change(deps, destination, resumed);
  await recordAudit(deps, { ...auditTarget(destination), action: 'destination.resumed' });
}

export async function changeCredentials(
  deps: DestinationDeps,
  destination: Destination,
  credentials: Credentials,
): Promise<void> {
  const sealedCredentials = sealCredentials(deps.secrets, destination.id, credentials);
  await change(deps, destination, { ...resumed, sealedCredentials });
  await recordAudit(deps, { ...auditTarget(destination), action: 'destination.credentials-changed' });
}

export type DeadLetterAction = 'replayed' | 'discarded';

/** Returns how many were still dead letters. */
export async function settleDeadLetters(
  deps: DestinationDeps,
  destination: Destination,
  letters: readonly StatementRef[],
  { action, note }: { readonly action: DeadLetterAction; readonly note: string },
): Promise<number> {
  const { deliveries } = deps.storage;
  const { organisationId, id } = destination;
  let changed = 0;
  for (const letter of letters) {
    const done =
      action === 'replayed'
        ? await deliveries.replay(organisationId, id, [letter])
        : await deliveries.discard(organisationId, id, [letter]);
    if (done === 0) continue;
    changed += done;
    await recordAudit(deps, {
      organisationId,
      actor: 'operator',
      subject: `statement:${letter.statementId}`,
      action: `dead-letter.${action}`,
      details: { destination: id, note },
    });
  }
  return changed;
}

const resumed = { status: 'active', pausedBecause: '', notBefore: 0, failures: 0, ...startPace } as const;

function change(
  { storage }: DestinationDeps,
  { organisationId, id }: Destination,
  changed: Parameters<Storage['destinations']['update']>[2],
): Promise<void> {
  return storage.destinations.update(organisationId, id, changed);
}

function auditTarget({ organisationId, id }: Destination) {
  return { organisationId, actor: 'operator', subject: `destination:${id}` } as const;
}
