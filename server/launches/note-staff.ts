/** An LMS may call staff learners later. */
import type { GradeReason } from '../contract/grade-reasons.ts';
import { blankSettings } from '../storage/blank-settings.ts';
import type { Launch } from '../storage/ports/launches.ts';
import type { Storage } from '../storage/ports/storage.ts';

/** The newest attempts: staff rarely have more than one. */
const lookedAt = 20;

interface StaffDeps {
  readonly storage: Pick<Storage, 'attempts' | 'grades' | 'personSettings'>;
  readonly clock: () => number;
}

/**
 * After a conflict or a database error the next launch notes it. The worker withdraws refused grades.
 */
export async function noteStaff({ storage, clock }: StaffDeps, launch: Launch): Promise<void> {
  const { organisationId, resourceLinkId, personId, role } = launch;
  if (role !== 'staff' || resourceLinkId === null || personId === null) return;
  const key = { organisationId, resourceLinkId, personId };
  const stored = await storage.personSettings.find(organisationId, resourceLinkId, personId);
  const before = stored ?? blankSettings(key);
  const now = clock();
  if (!before.isStaff) {
    const revision = before.revision + 1;
    await storage.personSettings.put({ ...before, isStaff: true, revision, updatedAt: now });
  }
  const page = { limit: lookedAt };
  for (const { attempt } of await storage.attempts.listByPerson(
    organisationId,
    personId,
    resourceLinkId,
    page,
  )) {
    const grades = await storage.grades.listByAttempt(organisationId, attempt.id);
    const refused = grades.filter(
      ({ lastError }) => lastError === ('grade.person-refused' satisfies GradeReason),
    );
    for (const { id } of refused) await storage.grades.resend(organisationId, id, now);
  }
}
