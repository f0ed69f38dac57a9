/** Remembers who opened an activity as staff: an LMS may call them a learner later. */
import { blankSettings } from '../storage/blank-settings.ts';
import type { Launch } from '../storage/ports/launches.ts';
import type { Storage } from '../storage/ports/storage.ts';

interface StaffDeps {
  readonly storage: Pick<Storage, 'personSettings'>;
  readonly clock: () => number;
}

/** Does nothing for learners and selections. If somebody changes the row meanwhile, the next launch notes it. */
export async function noteStaff({ storage, clock }: StaffDeps, launch: Launch): Promise<void> {
  const { organisationId, resourceLinkId, personId, role } = launch;
  if (role !== 'staff' || resourceLinkId === null || personId === null) return;
  const key = { organisationId, resourceLinkId, personId };
  const stored = await storage.personSettings.find(organisationId, resourceLinkId, personId);
  const before = stored ?? blankSettings(key);
  if (before.isStaff) return;
  await storage.personSettings.put({
    ...before,
    isStaff: true,
    revision: before.revision + 1,
    updatedAt: clock(),
  });
}
