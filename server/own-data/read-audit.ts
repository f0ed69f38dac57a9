import type { AuditRow } from '../storage/ports/audit.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listAll } from '../storage/read-pages.ts';
import type { CopiedReading, Owner } from './person-copy.ts';

/** What was done with the data of a person, oldest first. By role: the person learns no name of staff. */
export async function readAudit(
  { audit }: Pick<Storage, 'audit'>,
  { organisationId, personId }: Owner,
  attemptIds: readonly string[],
): Promise<CopiedReading[]> {
  const subjects = [`person:${personId}`, ...attemptIds.map((id) => `attempt:${id}`)];
  const lists = await Promise.all(
    subjects.map((subject) => listAll((page) => audit.listBySubject(organisationId, subject, page))),
  );
  return lists
    .flat()
    .sort((one, other) => one.at - other.at)
    .map(({ at, actor, action, subject, details }) => ({
      at,
      by: roleOf(actor, personId),
      action,
      subject,
      details,
    }));
}

function roleOf(actor: AuditRow['actor'], personId: string): CopiedReading['by'] {
  if (actor === `person:${personId}`) return 'person';
  if (actor.startsWith('person:')) return 'staff';
  return actor.startsWith('operator:') ? 'operator' : 'program';
}
