/**
 * Items are found by resource id and tag, which copied courses keep (AGS 2.0 §3.2.9). They have no resource
 * link, because a second item on a link removes its `lineitem` claim.
 */
import { z } from 'zod';
import type { ClientRef } from '../engine/access-tokens.ts';
import type { ItemColumn } from '../launch/deep-linking.ts';
import { readNextLink } from '../net/next-link.ts';
import { parseJson } from '../net/parse-json.ts';
import { callService, isSuccess, readBusy } from './service-call.ts';
import type { NoAnswer, ServiceAnswer, ServiceDeps } from './service-call.ts';

const lineItemScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem';
/** Moodle returns 400 for other types; for the list even for a wildcard. */
const itemType = 'application/vnd.ims.lis.v2.lineitem+json';
const itemsType = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
/** LMSs may ignore the filters, so that the list has many pages. */
const maxPages = 20;
/** Reads no further pages after this time, because the lease on the grade expires. */
const budgetMs = 40_000;

interface OwnLineItem extends ItemColumn {
  readonly client: ClientRef;
  readonly lineItemsUrl: string;
}

export type LineItemOutcome =
  | { readonly kind: 'there'; readonly url: string }
  | { readonly kind: 'refused'; readonly because: 'address' | 'other'; readonly detail: string }
  | NoAnswer;

export interface LineItems {
  /** Creates the item if needed. Never throws. */
  ensure(item: OwnLineItem): Promise<LineItemOutcome>;
}

/** Callers must prevent concurrent calls for one item: they could create it twice. */
export function createLineItems(deps: ServiceDeps): LineItems {
  return {
    async ensure(item) {
      const found = await find(deps, item);
      return found.kind === 'none' ? make(deps, item) : found;
    },
  };
}

async function find(
  deps: ServiceDeps,
  { client, lineItemsUrl, resourceId, tag }: OwnLineItem,
): Promise<LineItemOutcome | { readonly kind: 'none' }> {
  const first = new URL(lineItemsUrl);
  first.searchParams.set('resource_id', resourceId);
  first.searchParams.set('tag', tag);
  const endsAt = deps.clock() + budgetMs;
  let url = first.href;
  for (let page = 0; page < maxPages && deps.clock() < endsAt; page += 1) {
    const headers = { accept: itemsType };
    const answer = await callService(deps, { client, scope: lineItemScope, url, headers });
    if ('kind' in answer) return answer;
    if (!isSuccess(answer)) return judge(deps, answer);
    const items = ItemList.safeParse(parseJson(answer.body));
    if (!items.success) return unreadable;
    const own = items.data.filter(
      (item) =>
        item.resourceId === resourceId && item.tag === tag && new URL(item.id).origin === first.origin,
    );
    // If it was created twice, everybody picks the same one.
    const [chosen] = own.map(({ id }) => id).sort();
    if (chosen !== undefined) return { kind: 'there', url: chosen };
    const next = readNextLink(answer.headers.get('link'), url);
    if (next === undefined) return { kind: 'none' };
    if (new URL(next).origin !== first.origin) {
      return { kind: 'refused', because: 'address', detail: 'line items go on elsewhere' };
    }
    url = next;
  }
  // The item may be on a page that was not read.
  return {
    kind: 'retry',
    because: 'busy',
    mayBeDone: false,
    afterMs: null,
    detail: 'line items without end',
  };
}

async function make(
  deps: ServiceDeps,
  { client, lineItemsUrl, resourceId, tag, label, scoreMaximum }: OwnLineItem,
): Promise<LineItemOutcome> {
  const answer = await callService(deps, {
    client,
    scope: lineItemScope,
    url: lineItemsUrl,
    method: 'POST',
    headers: { 'content-type': itemType, accept: itemType },
    body: JSON.stringify({ label, scoreMaximum, resourceId, tag, gradesReleased: false }),
  });
  if ('kind' in answer) return answer;
  if (!isSuccess(answer)) return judge(deps, answer);
  const created = Item.safeParse(parseJson(answer.body));
  return created.success ? { kind: 'there', url: created.data.id } : unreadable;
}

function judge(deps: ServiceDeps, answer: ServiceAnswer): LineItemOutcome {
  const detail = `status ${answer.status}`;
  return readBusy(answer, deps.clock()) ?? { kind: 'refused', because: 'other', detail };
}

const unreadable: LineItemOutcome = {
  kind: 'retry',
  because: 'busy',
  mayBeDone: true,
  afterMs: null,
  detail: 'line item unreadable',
};

const Item = z.looseObject({
  id: z.url().max(4096),
  resourceId: z.string().nullish().catch(null),
  tag: z.string().nullish().catch(null),
});
const ItemList = z
  .array(z.unknown())
  .max(10_000)
  .transform((items) => items.flatMap((item) => Item.safeParse(item).data ?? []));
