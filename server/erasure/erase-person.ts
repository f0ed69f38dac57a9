/** A person's rows are deleted in both passes: at once, and by the worker for what was being written meanwhile. */
import { AppError } from '../base/errors.ts';
import { type AuditDeps, recordAudit } from '../records/audit.ts';
import type { ErasedAttempt, Erasure } from '../storage/ports/erasures.ts';
import { carryOut, mostAttempts, type PassDeps, settledMs, type WithoutKey } from './carry-out.ts';
import { describeErasure, type ErasureCertificate } from './certificate.ts';
import { listedHash } from '../base/listed-hash.ts';

export type ErasureDeps = PassDeps & AuditDeps;

interface PersonRef {
  readonly organisationId: string;
  readonly personId: string;
}

/**
 * Deletes everything about a person, queues voidings of what record stores have, and ends their sessions. What the LMS
 * has stays there.
 * @param at milliseconds since 1970 UTC
 * @throws AppError person.unknown; secret.unreadable, storage.unavailable: then the worker goes on
 */
export async function erasePerson(
  deps: ErasureDeps,
  { organisationId, personId }: PersonRef,
  by: Erasure['requestedBy'],
  at: number,
  withoutKey: WithoutKey = 'wait',
): Promise<ErasureCertificate> {
  const { storage, randomId } = deps;
  const person = await storage.persons.find(organisationId, personId);
  if (person === undefined) throw new AppError('person.unknown');
  const found = await storage.erasures.listAttempts(organisationId, personId, mostAttempts);
  const attempts = found.map(({ id, studyId }) => ({ id, studyId }));
  // First the list: if interrupted, the next start erases the person.
  await storage.erasedList.add([listedHash(organisationId, personId)]);
  const subject = { personId, attempts };
  const id = randomId();
  return begin(deps, { id, organisationId, kind: 'person', requestedBy: by, at, subject }, withoutKey);
}

/** Deletes some attempts of a person, who stays. @param at as erasePerson */
export function eraseAttempts(
  deps: ErasureDeps,
  { organisationId, personId }: PersonRef,
  attempts: readonly ErasedAttempt[],
  by: Erasure['requestedBy'],
  at: number,
): Promise<ErasureCertificate> {
  const subject = { personId, attempts: attempts.map(({ id, studyId }) => ({ id, studyId })) };
  const id = deps.randomId();
  return begin(deps, { id, organisationId, kind: 'attempts', requestedBy: by, at, subject }, 'wait');
}

async function begin(
  deps: ErasureDeps,
  order: Omit<Erasure, 'counts' | 'sweepAt'>,
  withoutKey: WithoutKey,
): Promise<ErasureCertificate> {
  const { storage } = deps;
  const erasure: Erasure = { ...order, counts: {}, sweepAt: order.at + settledMs };
  await storage.erasures.put(erasure);
  const counts = await carryOut(deps, erasure, withoutKey);
  const done = { ...erasure, counts };
  await storage.erasures.put(done);
  const certificate = await describeErasure(deps, done);
  await recordErasure(deps, done, certificate);
  return certificate;
}

/** Who is erased is not in the row: their id would outlive them here. */
export async function recordErasure(
  deps: AuditDeps,
  { id, organisationId, kind, requestedBy, counts }: Erasure,
  { stores }: Pick<ErasureCertificate, 'stores'>,
): Promise<void> {
  await recordAudit(deps, {
    organisationId,
    actor: requestedBy === 'person' ? 'learner' : requestedBy,
    action: kind === 'person' ? 'person.erased' : 'attempts.erased',
    subject: subjectOf(id),
    details: { attempts: counts.attempts ?? 0, stores: stores.length },
  });
}

/** Of the audit rows of an erasure. */
export function subjectOf(erasureId: string): `erasure:${string}` {
  return `erasure:${erasureId}`;
}
