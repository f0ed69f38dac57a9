/** Reads page by page, because a study may exceed memory. */
import { z } from 'zod';
import type { Tier } from '../../xapi/statement-draft.ts';
import type { AttemptWithProgress, StatementRow } from '../storage/ports/attempts.ts';
import type { ResourceLink } from '../storage/ports/resource-links.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { afterStatement, readPages } from '../storage/read-pages.ts';
import { countsForResearch } from './counts-for-research.ts';
import type { ExportCursor } from './export-cursor.ts';
import { type AttemptsOf, listAttempts } from './list-attempts.ts';

export type ExportPurpose = 'operational' | 'research';

export interface ExportFilters {
  /** `research`: only with consent and not set aside. */
  readonly purpose: ExportPurpose;
  /** 1: results; 2: also actions; 3 or absent: all. */
  readonly tier?: Tier;
  /** Milliseconds since 1970 UTC, inclusive. */
  readonly since?: number;
  /** Exclusive. */
  readonly until?: number;
  readonly personId?: string;
}

export interface ExportScope extends ExportFilters {
  readonly organisationId: string;
  readonly of: AttemptsOf | (AttemptsOf & { readonly attemptId: string });
  readonly includesActivity?: (link: ResourceLink) => boolean;
  /** Absent: everybody. */
  readonly sees?: (personId: string) => boolean;
}

export interface ExportDeps {
  readonly storage: Pick<Storage, 'attempts' | 'resourceLinks'>;
}

const statementsPerPage = 500;

const timed = z.object({ timestamp: z.iso.datetime() });

/**
 * Oldest attempt first, in log order.
 * @param after continues there; omits statements added since to earlier attempts
 */
export async function* exportStatements(
  deps: ExportDeps,
  scope: ExportScope,
  after?: ExportCursor,
): AsyncGenerator<StatementRow, void, undefined> {
  const isWanted = createFilter(deps, scope);
  for await (const stored of listScope(deps, scope, after)) {
    if (!(await isWanted(stored))) continue;
    const from = after?.attemptId === stored.attempt.id ? after : undefined;
    for await (const row of listStatements(deps, stored, from)) {
      if (isWithin(row, scope)) yield row;
    }
  }
}

/** What an export reads: attempts, and the people whose they are. */
export async function countExported(
  deps: ExportDeps,
  scope: ExportScope,
  after?: ExportCursor,
): Promise<{ readonly attempts: number; readonly persons: number }> {
  const isWanted = createFilter(deps, scope);
  const persons = new Set<string>();
  let attempts = 0;
  for await (const stored of listScope(deps, scope, after)) {
    if (!(await isWanted(stored))) continue;
    attempts += 1;
    persons.add(stored.attempt.personId);
  }
  return { attempts, persons: persons.size };
}

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
  { purpose, personId, includesActivity, organisationId, sees }: ExportScope,
): (stored: AttemptWithProgress) => Promise<boolean> {
  // Cached, because an activity has many attempts.
  const known = new Map<string, boolean>();
  return async ({ attempt: { resourceLinkId, personId: owner }, progress }) => {
    if (personId !== undefined && personId !== owner) return false;
    if (sees?.(owner) === false) return false;
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
  // The cursor names an entry; its statements up to the cursor's one are skipped.
  let isPassed = after === undefined;
  const rows = readPages(
    { fromSeq: after?.logSeq ?? 1, fromPart: 0 },
    (page) => storage.attempts.listStatements(organisationId, id, page),
    afterStatement,
    statementsPerPage,
  );
  for await (const row of rows) {
    if (isPassed || row.logSeq !== after?.logSeq) yield row;
    else isPassed = row.id === after.statementId;
  }
}

function isWithin({ bytes, tier: ownTier }: StatementRow, { tier = 3, since, until }: ExportScope): boolean {
  if (ownTier > tier) return false;
  if (since === undefined && until === undefined) return true;
  const at = Date.parse(timed.parse(JSON.parse(bytes)).timestamp);
  return at >= (since ?? -Infinity) && at < (until ?? Infinity);
}
