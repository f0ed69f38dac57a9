/**
 * Where the grade of a dimension goes: a column of its own, found or made when the first score needs it. Two workers
 * never make the same one at a time.
 */
import { createHash } from 'node:crypto';
import type { ClientRef } from '../../lti/engine/access-tokens.ts';
import type { LtiRows } from '../../lti/engine/database-plugin.ts';
import type { LineItemOutcome, LineItems } from '../../lti/services/line-items.ts';
import type { Dimension } from '../../scenarios/kit/log.ts';
import type { AttemptsPort } from '../storage/ports/attempts.ts';
import type { GradeRow } from '../storage/ports/grades.ts';
import type { ResourceLinksPort } from '../storage/ports/resource-links.ts';
import { columnLabel } from '../content/dimension-names.ts';
import { scoreMaximum } from './settle-grade.ts';

export interface OwnLineItemDeps {
  readonly attempts: Pick<AttemptsPort, 'find'>;
  readonly resourceLinks: Pick<ResourceLinksPort, 'find'>;
  readonly lineItems: LineItems;
  /** A unique row is what only one of many can insert: the lock on making a column. */
  readonly rows: Pick<LtiRows, 'insert' | 'remove'>;
  readonly clock: () => number;
}

export interface OwnLineItems {
  /** The address of the row's column. Throws only where the database does. */
  find(row: GradeRow, dimension: Dimension, client: ClientRef): Promise<LineItemOutcome>;
  /** The column is gone: look for it anew next time. */
  forget(row: GradeRow): void;
}

const lockCollection = 'line-item-lock';
/** Longer than a search and a making take together, each call with its time-out. */
const lockMs = 120_000;
const mostKept = 1_000;

const busy: LineItemOutcome = {
  kind: 'retry',
  because: 'busy',
  mayBeDone: false,
  afterMs: null,
  detail: 'another worker makes the line item',
};

export function createOwnLineItems(deps: OwnLineItemDeps): OwnLineItems {
  const kept = new Map<string, string>();
  const keep = (row: GradeRow, url: string): void => {
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    kept.set(keyOf(row), url);
  };
  const running = new Map<string, Promise<LineItemOutcome>>();
  const look = async (row: GradeRow, dimension: Dimension, client: ClientRef): Promise<LineItemOutcome> => {
    const outcome = await withLock(deps, row, () => ensure(deps, row, dimension, client));
    if (outcome.kind === 'there') keep(row, outcome.url);
    return outcome;
  };
  return {
    find(row, dimension, client) {
      const key = keyOf(row);
      const url = kept.get(key);
      if (url !== undefined) return Promise.resolve({ kind: 'there', url });
      const present = running.get(key);
      if (present !== undefined) return present;
      const started = look(row, dimension, client).finally(() => running.delete(key));
      running.set(key, started);
      return started;
    },
    forget(row) {
      kept.delete(keyOf(row));
    },
  };
}

/** Platforms of two organisations may bear the same addresses on networks of their own. */
function keyOf({ organisationId, registrationId, lineItemUrl }: GradeRow): string {
  return JSON.stringify([organisationId, registrationId, lineItemUrl]);
}

async function ensure(
  { attempts, resourceLinks, lineItems }: OwnLineItemDeps,
  { organisationId, attemptId, resourceLinkId, lineItemUrl }: GradeRow,
  dimension: Dimension,
  client: ClientRef,
): Promise<LineItemOutcome> {
  const [attempt, link] = await Promise.all([
    attempts.find(organisationId, attemptId),
    resourceLinks.find(organisationId, resourceLinkId),
  ]);
  const url = new URL(lineItemUrl);
  const [resourceId = ''] = url.hash.slice(1).split('/');
  url.hash = '';
  return lineItems.ensure({
    client,
    lineItemsUrl: url.href,
    resourceId: decodeURIComponent(resourceId),
    tag: `numplus-${dimension}`,
    label: columnLabel(attempt?.progress.language ?? 'fr', dimension, link?.title ?? ''),
    scoreMaximum,
  });
}

async function withLock(
  { rows, clock }: OwnLineItemDeps,
  row: GradeRow,
  work: () => Promise<LineItemOutcome>,
): Promise<LineItemOutcome> {
  const uniqueKey = createHash('sha256').update(keyOf(row)).digest('base64url');
  const now = clock();
  const index = { key: uniqueKey };
  const lock = { collection: lockCollection, index, uniqueKey, value: '{}', createdAt: now };
  try {
    await rows.insert({ ...lock, expiresAt: now + lockMs });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'storage.duplicate') return busy;
    throw error;
  }
  try {
    return await work();
  } finally {
    await rows.remove(lockCollection, index);
  }
}
