/** Staff choose among a link's columns if none is ours. */
import type { LineItems, ListOutcome } from '../../lti/services/line-items.ts';
import { AppError } from '../base/errors.ts';
import type { ColumnAnswer, ColumnsAnswer } from '../contract/columns.ts';
import type { GradeReason } from '../contract/grade-reasons.ts';
import { ownItem } from '../launches/select.ts';
import { type AuditDeps, type AuditEvent, recordAudit } from '../records/audit.ts';
import { isCounting } from '../storage/is-counting.ts';
import type { GradeRow } from '../storage/ports/grades.ts';
import type { ResourceLink } from '../storage/ports/resource-links.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listAll } from '../storage/read-pages.ts';
import { findListUrl } from './link-line-item.ts';

interface ColumnDeps {
  readonly storage: Pick<Storage, 'grades' | 'platforms' | 'resourceLinks'>;
  readonly lineItems: Pick<LineItems, 'listOfLink'>;
}

type ActivityKey = Pick<GradeRow, 'organisationId' | 'resourceLinkId'>;

/** True if this grade waits for the choice. */
export function waitsForColumn({ state, lastError }: Pick<GradeRow, 'state' | 'lastError'>): boolean {
  return state !== 'sent' && lastError === ('grade.column-unclear' satisfies GradeReason);
}

/** @throws AppError request.not-found */
export async function listColumns(deps: ColumnDeps, activity: ActivityKey): Promise<ColumnsAnswer> {
  const link = await getLink(deps, activity);
  const rows = await listRows(deps, activity);
  const outcome = await askColumns(deps, link, rows);
  if (outcome === null) return { state: 'not-needed' };
  if (outcome.kind !== 'listed') return { state: 'unreachable' };
  return {
    state: 'listed',
    columns: outcome.items.map((item) => ({ ...item, isChosen: item.url === link.columnUrl })),
  };
}

/**
 * Audited; the caller checks permission. All grades of the activity that count go there.
 * @throws AppError request.not-found
 */
export async function chooseColumn(
  deps: ColumnDeps &
    AuditDeps & { readonly storage: ColumnDeps['storage'] & Pick<Storage, 'attempts' | 'audit'> },
  activity: ActivityKey,
  { url, actor }: { readonly url: string; readonly actor: AuditEvent['actor'] },
): Promise<ColumnAnswer> {
  const { organisationId, resourceLinkId } = activity;
  const link = await getLink(deps, activity);
  const rows = await listRows(deps, activity);
  const outcome = await askColumns(deps, link, rows);
  // From the browser: call only addresses that the LMS lists.
  if (outcome?.kind !== 'listed' || !outcome.items.some((item) => item.url === url)) {
    return { chosen: false, grades: 0 };
  }
  await deps.storage.resourceLinks.chooseColumn(organisationId, resourceLinkId, url);
  let grades = 0;
  for (const { id, attemptId } of rows) {
    const attempt = await deps.storage.attempts.find(organisationId, attemptId);
    if (attempt !== undefined && !isCounting(attempt.progress)) continue;
    // Also one that is on its way to the column chosen before.
    const change = { nextId: deps.randomId(), now: deps.clock() };
    if (await deps.storage.grades.redirect(organisationId, id, change)) grades += 1;
  }
  const subject = `activity:${resourceLinkId}` as const;
  await recordAudit(deps, {
    organisationId,
    actor,
    action: 'grade.column-chosen',
    subject,
    details: { column: url, grades },
  });
  return { chosen: true, grades };
}

async function getLink(
  { storage }: ColumnDeps,
  { organisationId, resourceLinkId }: ActivityKey,
): Promise<ResourceLink> {
  const link = await storage.resourceLinks.find(organisationId, resourceLinkId);
  if (link === undefined) throw new AppError('request.not-found');
  return link;
}

/** Grades whose launches named no column. */
async function listRows(
  { storage }: ColumnDeps,
  { organisationId, resourceLinkId }: ActivityKey,
): Promise<GradeRow[]> {
  const all = await listAll((page) =>
    storage.grades.listByResourceLink(organisationId, resourceLinkId, page),
  );
  return all.filter((row) => row.dimension === null && findListUrl(row) !== null);
}

/** Null if launches name the column or there is no grade. */
async function askColumns(
  { storage, lineItems }: ColumnDeps,
  { resourceLinkId, organisationId }: ResourceLink,
  rows: readonly GradeRow[],
): Promise<ListOutcome | null> {
  const newest = rows.at(-1);
  const lineItemsUrl = newest === undefined ? null : findListUrl(newest);
  if (newest === undefined || lineItemsUrl === null) return null;
  const registration = await storage.platforms.findRegistration(organisationId, newest.registrationId);
  if (registration === undefined) return null;
  const { issuer, clientId } = registration;
  return lineItems.listOfLink({ client: { issuer, clientId }, lineItemsUrl, resourceLinkId, own: ownItem });
}
