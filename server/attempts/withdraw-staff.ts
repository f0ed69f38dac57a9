/** Staff who play in a switched role look like learners. */
import { AppError } from '../base/errors.ts';
import { recordAudit } from '../records/audit.ts';
import type { AttemptWithProgress, StatementRow } from '../storage/ports/attempts.ts';
import { afterStatement, listPages } from '../storage/read-pages.ts';
import { listAttempts, type PlayerRef } from './counting-grade.ts';
import type { AttemptServices } from './services.ts';
import { type AttemptTransaction, changeAttempt } from './transaction.ts';

/**
 * After the gradebook refused the person. Sets attempts of staff aside and voids their statements. Idempotent.
 * @returns whether they once opened the activity as staff
 * @throws AppError storage.unavailable, attempt.busy
 */
export async function withdrawIfStaff(services: AttemptServices, player: PlayerRef): Promise<boolean> {
  const { organisationId, resourceLinkId, personId } = player;
  const settings = await services.storage.personSettings.find(organisationId, resourceLinkId, personId);
  if (settings?.isStaff !== true) return false;
  for (const found of await listAttempts(services, player)) await withdraw(services, found);
  return true;
}

async function withdraw(services: AttemptServices, { attempt }: AttemptWithProgress): Promise<void> {
  const { id, organisationId } = attempt;
  const find = async (): Promise<AttemptWithProgress> => {
    const found = await services.storage.attempts.find(organisationId, id);
    if (found === undefined) throw new AppError('attempt.unknown');
    return found;
  };
  const isChanged = await changeAttempt(services, find, (transaction) => setAside(services, transaction));
  if (!isChanged) return;
  await recordAudit(services, {
    organisationId,
    actor: 'worker',
    action: 'attempt.invalidated',
    subject: `attempt:${id}`,
    details: { reason: 'staff' },
  });
}

async function setAside(services: AttemptServices, transaction: AttemptTransaction): Promise<boolean> {
  const { attempt, draft, progress, receivedAt, storedHead } = transaction;
  if (progress.validity.state === 'invalid' && progress.validity.reason === 'staff') return false;
  const statements = await listPages<StatementRow, { fromSeq: number; fromPart?: number }>(
    { fromSeq: 1 },
    (page) => services.storage.attempts.listStatements(attempt.organisationId, attempt.id, page),
    afterStatement,
  );
  const entry = draft.add({ kind: 'invalidated', reason: 'staff' }, receivedAt, receivedAt);
  draft.voidStatements(
    entry,
    statements.filter(({ logSeq }) => logSeq <= storedHead),
  );
  const { logSeq, at } = entry;
  draft.update({ validity: { state: 'invalid', reason: 'staff', at, logSeq }, heldFor: [] });
  return true;
}
