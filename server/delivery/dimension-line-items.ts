/** Finds or creates one gradebook column per dimension. A lock prevents duplicates. */
import { createHash } from 'node:crypto';
import type { ClientRef } from '../../lti/engine/access-tokens.ts';
import type { LtiRows } from '../../lti/engine/database-plugin.ts';
import type { LineItemOutcome, LineItems } from '../../lti/services/line-items.ts';
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { AttemptsPort } from '../storage/ports/attempts.ts';
import type { GradeRow } from '../storage/ports/grades.ts';
import type { ResourceLinksPort } from '../storage/ports/resource-links.ts';
import { columnLabel } from '../content/dimension-names.ts';
import { scoreMaximum } from './settle-grade.ts';

export interface DimensionLineItemDeps {
  readonly attempts: Pick<AttemptsPort, 'find'>;
  readonly resourceLinks: Pick<ResourceLinksPort, 'find'>;
  readonly lineItems: LineItems;
  /** The lock: only one worker can insert a unique row. */
  readonly rows: Pick<LtiRows, 'insert' | 'remove'>;
  readonly clock: () => number;
}

export interface DimensionLineItems {
  /** Rejects only for database errors. */
  find(row: GradeRow, dimension: Dimension, client: ClientRef): Promise<LineItemOutcome>;
  forget(row: GradeRow): void;
}

const lockCollection = 'line-item-lock';
/** Longer than search and creation with time-outs. */
const lockMs = 120_000;
const maxCached = 1_000;

const busy: LineItemOutcome = {
  kind: 'retry',
  because: 'busy',
  mayBeDone: false,
  afterMs: null,
  detail: 'another worker is creating the line item',
};

export function createDimensionLineItems(deps: DimensionLineItemDeps): DimensionLineItems {
  const urls = new Map<string, string>();
  const remember = (row: GradeRow, url: string): void => {
    const [oldest] = urls.keys();
    if (urls.size >= maxCached && oldest !== undefined) urls.delete(oldest);
    urls.set(keyOf(row), url);
  };
  const running = new Map<string, Promise<LineItemOutcome>>();
  const search = async (row: GradeRow, dimension: Dimension, client: ClientRef): Promise<LineItemOutcome> => {
    const outcome = await withLock(deps, row, () => ensure(deps, row, dimension, client));
    if (outcome.kind === 'there') remember(row, outcome.url);
    return outcome;
  };
  return {
    find(row, dimension, client) {
      const key = keyOf(row);
      const url = urls.get(key);
      if (url !== undefined) return Promise.resolve({ kind: 'there', url });
      const present = running.get(key);
      if (present !== undefined) return present;
      const started = search(row, dimension, client).finally(() => running.delete(key));
      running.set(key, started);
      return started;
    },
    forget(row) {
      urls.delete(keyOf(row));
    },
  };
}

/** Two organisations may use the same private address, so the key names the organisation. */
function keyOf({ organisationId, registrationId, lineItemUrl }: GradeRow): string {
  return JSON.stringify([organisationId, registrationId, lineItemUrl]);
}

async function ensure(
  { attempts, resourceLinks, lineItems }: DimensionLineItemDeps,
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
  { rows, clock }: DimensionLineItemDeps,
  row: GradeRow,
  run: () => Promise<LineItemOutcome>,
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
    return await run();
  } finally {
    await rows.remove(lockCollection, index);
  }
}
