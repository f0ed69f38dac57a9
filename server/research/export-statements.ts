/**
 * The statements of a study or an activity, attempt by attempt, as the frozen bytes they were made of. Reads page by page
 * and holds no more than one: an export may be far larger than memory.
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

/** What narrows an export, at the command line as on the page of staff. */
export interface ExportFilters {
  /** `research`: only attempts whose person agreed to research and did not take it back, and that staff did not set aside. */
  readonly purpose: ExportPurpose;
  /** How fine: 1 results, 2 and what was done, 3 or absent everything. */
  readonly tier?: Tier;
  /** Statements that happened from here on, milliseconds since 1970 UTC. */
  readonly since?: number;
  /** Statements that happened before. */
  readonly until?: number;
  /** Attempts of one person. */
  readonly personId?: string;
}

export interface ExportScope extends ExportFilters {
  readonly organisationId: string;
  /** Whose attempts are walked through: those of a study, of one of the tool's own rows of an activity, or one. */
  readonly of: AttemptsOf | (AttemptsOf & { readonly attemptId: string });
  /** Which of these activities count; absent: all. */
  readonly includesActivity?: (link: ResourceLink) => boolean;
}

export interface ExportDeps {
  readonly storage: Pick<Storage, 'attempts' | 'resourceLinks'>;
}

const statementsPerPage = 500;

const timed = z.object({ timestamp: z.iso.datetime() });

/**
 * Statements in (attempt's age, logSeq, part) order; those of staff's trials and of test persons never were made.
 * @param after goes on behind this statement; what came into older attempts since then is not gone back for
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

/** The attempts of the scope, oldest first, beginning with the cursor's own. */
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
  // One activity has many attempts; an organisation has few activities.
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
  // Statements of one entry have no order of their own in a cursor: those up to the named one are passed over.
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
