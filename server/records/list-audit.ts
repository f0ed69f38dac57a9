/** Rows of the audit log that match, oldest first. */
import type { AuditRow } from '../storage/ports/audit.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listAll, readById } from '../storage/read-pages.ts';

export interface AuditFilter {
  /** Milliseconds since 1970 UTC, inclusive. */
  readonly since?: number;
  /** Exclusive. */
  readonly until?: number;
  /** Actions, or what is before their dot: `table` is `table.exported`. None: all. */
  readonly kinds: readonly string[];
  /** Whose data were read or changed. */
  readonly personId?: string;
  /** An actor as the record names it, or what is before or after its colon. */
  readonly by?: string;
}

type ListDeps = Pick<Storage, 'audit' | 'studies' | 'attempts'>;

/** More than anybody plays. */
const mostAttempts = 1_000;

export async function* listAudit(
  storage: ListDeps,
  organisationId: string,
  filter: AuditFilter,
): AsyncGenerator<AuditRow, void, undefined> {
  const { since = 0, personId } = filter;
  const rows =
    personId === undefined
      ? readById((page) => storage.audit.list(organisationId, { ...page, since }))
      : await listOfPerson(storage, { organisationId, personId, since });
  for await (const row of rows) if (matches(row, filter)) yield row;
}

/** Rows about the person and about each of their attempts. */
async function listOfPerson(
  { audit, studies, attempts }: ListDeps,
  { organisationId, personId, since }: Record<'organisationId' | 'personId', string> & { since: number },
): Promise<AuditRow[]> {
  const own = await Promise.all(
    (await listAll((page) => studies.list(organisationId, page))).map((study) =>
      attempts.listOfPerson(organisationId, study.id, personId, mostAttempts),
    ),
  );
  const subjects = [`person:${personId}`, ...own.flat().map(({ attempt }) => `attempt:${attempt.id}`)];
  const rows: AuditRow[] = [];
  for (const subject of subjects) {
    rows.push(...(await listAll((page) => audit.listBySubject(organisationId, subject, { ...page, since }))));
  }
  return rows.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}

function matches({ at, action, actor }: AuditRow, { until = Infinity, kinds, by }: AuditFilter): boolean {
  if (at >= until) return false;
  if (kinds.length > 0 && !kinds.some((kind) => action === kind || action.startsWith(`${kind}.`)))
    return false;
  return by === undefined || actor === by || actor.split(':').includes(by);
}
