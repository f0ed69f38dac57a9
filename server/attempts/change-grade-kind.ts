import type { GradeKind } from '../contract/grade-kinds.ts';
import { type AuditEvent, recordAudit } from '../records/audit.ts';
import type { Attempt } from '../storage/ports/attempts.ts';
import { isCounting } from '../storage/is-counting.ts';
import { listAll } from '../storage/read-pages.ts';
import { readGradedFacts } from './graded-facts.ts';
import { regradeIntents } from './regrade.ts';
import type { AttemptServices } from './services.ts';

/**
 * Also requests the new grade for everybody who has one. Idempotent: repeat it if it was interrupted.
 * @returns how many grades change
 * @throws AppError storage.unavailable
 */
export async function changeGradeKind(
  services: AttemptServices,
  activity: Pick<Attempt, 'organisationId' | 'resourceLinkId'>,
  { kind, actor }: { readonly kind: GradeKind; readonly actor: AuditEvent['actor'] },
): Promise<number> {
  const { organisationId, resourceLinkId } = activity;
  const { attempts, grades, persons, resourceLinks } = services.storage;
  const link = await resourceLinks.find(organisationId, resourceLinkId);
  if (link?.grade !== kind) {
    // First, so that attempts that end meanwhile post the new kind.
    await resourceLinks.chooseGrade(organisationId, resourceLinkId, kind);
    await recordAudit(services, {
      organisationId,
      actor,
      action: 'grade.kind-changed',
      subject: `activity:${resourceLinkId}`,
      details: { kind },
    });
  }
  const rows = await listAll((page) => grades.listByResourceLink(organisationId, resourceLinkId, page));
  let changed = 0;
  for (const attemptId of new Set(rows.map((row) => row.attemptId))) {
    const stored = await attempts.find(organisationId, attemptId);
    if (stored === undefined) continue;
    const isErased = (await persons.findKey(organisationId, stored.attempt.personId)) === undefined;
    if (isErased) continue;
    const intents = await regradeIntents(services, await readGradedFacts(services, stored));
    // The worker withdraws those of attempts that don't count now.
    for (const intent of intents) await grades.request(intent);
    if (isCounting(stored.progress)) changed += intents.length;
  }
  return changed;
}
