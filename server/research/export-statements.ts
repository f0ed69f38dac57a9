/**
 * The stored statements of a study or an activity, attempt by attempt. Reads page by page, because an export
 * may be larger than memory.
 */
import { z } from 'zod';
import type { Tier } from '../../xapi/deed.ts';
import type { AttemptWithProgress, StatementRow } from '../storage/ports/attempts.ts';
import type { ResourceLink } from '../storage/ports/resource-links.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { countsForResearch } from './counts-for-research.ts';
import type { ExportCursor } from './export-cursor.ts';
import { type AttemptsOf, listAttempts } from './list-attempts.ts';

export type ExportPurpose = 'operational' | 'research';

/** Filters for the command line and the staff page. */
export interface ExportFilters {
  /** `research`: only attempts with consent that staff did not set aside. */
  readonly purpose: ExportPurpose;
  /** 1: results; 2: also actions; 3 or absent: everything. */
  readonly tier?: Tier;
  /** Earliest time of a statement, milliseconds since 1970 UTC. */
  readonly since?: number;
  /** End of the time range, exclusive. */
  readonly until?: number;
  /** Only attempts of this person. */
  readonly personId?: string;
}

export interface ExportScope extends ExportFilters {
  readonly organisationId: string;
  /** A study, an activity, or one attempt of either. */
  readonly of: AttemptsOf | (AttemptsOf & { readonly attemptId: string });
  /** Absent: all activities. */
  readonly includesActivity?: (link: ResourceLink) => boolean;
}

export interface ExportDeps {
  readonly storage: Pick<Storage, 'attempts' | 'resourceLinks'>;
}

const statementsPerPage = 500;

const timed = z.object({ timestamp: z.iso.datetime() });

/**
 * Statements ordered by (attempt's age, logSeq, part). Trials and test persons have none.
 * @param after continues after this statement; statements added to older attempts since are not included
 */
export async function* exportStatements(
  deps: ExportDeps,
  scope: ExportScope,
  after?: ExportCursor,
): AsyncGenerator<StatementRow, void, undefined> {
  const isWanted = createFilter(deps, scope);
  for await (const own of listScope(deps, scope, after)) {
    if (!(await isWanted(own))) continue;
    const from = after?.attemptId === own.attempt.id ? after : undefined;
    for await (const row of listStatements(deps, own, from)) {
      if (isWithin(row, scope)) yield row;
    }
  }
}

/** Attempts in scope, oldest first, starting with the cursor's. */
async function* listScope(
  { storage: { attempts } }: ExportDeps,
  { organisationId, of }: ExportScope,
  after: ExportCursor | undefined,
): AsyncGenerator<AttemptWithProgress, void, undefined> {
  const firstId = 'attemptId' in of ? of.attemptId : after?.attemptId;
  const first = firstId === undefined ? undefined : await attempts.find(organisationId, firstId);
  if (first !== undefined && isOf(first, of)) yield first;
  if ('attemptId' in of) return;
  yield* listAttempts(attempts, organisationId, of, after?.attemptId);
}

function isOf({ attempt }: AttemptWithProgress, of: ExportScope['of']): boolean {
  const isInPlace =
    'studyId' in of ? attempt.studyId === of.studyId : attempt.resourceLinkId === of.resourceLinkId;
  return isInPlace && !attempt.practice;
}

function createFilter(
  { storage }: ExportDeps,
  { purpose, personId, includesActivity, organisationId }: ExportScope,
): (own: AttemptWithProgress) => Promise<boolean> {
  // Cached, because an activity has many attempts.
  const known = new Map<string, boolean>();
  return async ({ attempt: { resourceLinkId, personId: owner }, progress }) => {
    if (personId !== undefined && personId !== owner) return false;
    if (purpose === 'research' && !countsForResearch(progress)) return false;
    if (includesActivity === undefined) return true;
    const before = known.get(resourceLinkId);
    if (before !== undefined) return before;
    const link = await storage.resourceLinks.find(organisationId, resourceLinkId);
    const isIncluded = link !== undefined && includesActivity(link);
    known.set(resourceLinkId, isIncluded);
    return isIncluded;
  };
}

async function* listStatements(
  { storage }: ExportDeps,
  { attempt: { organisationId, id } }: AttemptWithProgress,
  after: ExportCursor | undefined,
): AsyncGenerator<StatementRow, void, undefined> {
  let next = { fromSeq: after?.logSeq ?? 1, fromPart: 0 };
  // A cursor does not tell the order of statements of one entry: skip up to the named one.
  let isPassed = after === undefined;
  for (;;) {
    const page = await storage.attempts.listStatements(organisationId, id, {
      ...next,
      limit: statementsPerPage,
    });
    for (const row of page) {
      if (isPassed || row.logSeq !== after?.logSeq) yield row;
      else isPassed = row.id === after.statementId;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < statementsPerPage) return;
    next = { fromSeq: last.logSeq, fromPart: last.part + 1 };
  }
}

function isWithin({ bytes, tier: own }: StatementRow, { tier = 3, since, until }: ExportScope): boolean {
  if (own > tier) return false;
  if (since === undefined && until === undefined) return true;
  const at = Date.parse(timed.parse(JSON.parse(bytes)).timestamp);
  return at >= (since ?? -Infinity) && at < (until ?? Infinity);
}
