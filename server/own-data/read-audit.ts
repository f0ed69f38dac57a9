import type { Attempt } from '../storage/ports/attempts.ts';
import type { AuditRow } from '../storage/ports/audit.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listAll } from '../storage/read-pages.ts';
import type { CopiedReading, Owner } from './person-copy.ts';

/** Files that staff take of an activity: the row does not say whether the person is in it. */
const lists: ReadonlySet<string> = new Set(['group.exported', 'statements.exported']);

/**
 * What was done with the data of a person, oldest first, and files of their activities taken since they began there. By
 * role: the person learns no name of staff.
 */
export async function readAudit(
  { audit }: Pick<Storage, 'audit'>,
  { organisationId, personId }: Owner,
  attempts: readonly Pick<Attempt, 'id' | 'resourceLinkId' | 'createdAt'>[],
): Promise<CopiedReading[]> {
  const read = (subject: string): Promise<AuditRow[]> =>
    listAll((page) => audit.listBySubject(organisationId, subject, page));
  const begun = new Map<string, number>();
  for (const { resourceLinkId, createdAt } of attempts)
    begun.set(resourceLinkId, Math.min(createdAt, begun.get(resourceLinkId) ?? createdAt));
  const own = [`person:${personId}`, ...attempts.map(({ id }) => `attempt:${id}`)].map(read);
  const shared = [...begun].map(async ([id, since]) =>
    (await read(`activity:${id}`)).filter(({ at, action }) => at >= since && lists.has(action)),
  );
  const rows = await Promise.all([...own, ...shared]);
  return rows
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
