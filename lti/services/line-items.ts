/**
 * Columns of a gradebook that the tool makes itself, found again by resource id and tag: a copied course brings
 * them along, and making them once more would leave a duplicate (AGS 2.0 §3.2.9). Never bound to a resource link,
 * since a second item of a link takes the `lineitem` claim out of its launches.
 */
import { z } from 'zod';
import type { ClientRef } from '../engine/access-tokens.ts';
import { readNextLink } from '../net/next-link.ts';
import { callService, isSuccess, parseJson, readBusy } from './service-call.ts';
import type { NoAnswer, ServiceAnswer, ServiceDeps } from './service-call.ts';

const lineItemScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem';
/** Moodle answers 400 to anything but exactly these; for the list even to a wildcard. */
const itemType = 'application/vnd.ims.lis.v2.lineitem+json';
const itemsType = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
/** An LMS that overlooks the filters gives the whole course, by pages. */
const maxPages = 20;
/** No further page is begun after this: the grade behind the search is leased for a while only. */
const budgetMs = 40_000;

interface OwnLineItem {
  readonly client: ClientRef;
  /** The course's list as the launch gave it, its query included. */
  readonly lineItemsUrl: string;
  readonly resourceId: string;
  readonly tag: string;
  readonly label: string;
  /** A whole number: Moodle and Open edX take no other. */
  readonly scoreMaximum: number;
}

export type LineItemOutcome =
  | { readonly kind: 'there'; readonly url: string }
  | { readonly kind: 'refused'; readonly because: 'address' | 'other'; readonly detail: string }
  | NoAnswer;

export interface LineItems {
  /** The address of this item, which is made where there is none. Never throws. */
  ensure(item: OwnLineItem): Promise<LineItemOutcome>;
}

/** Builds the client; one per process. Two calls for one item at a time could make it twice: that is the caller's care. */
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
    // Where two were made at the same moment all take the same one, whatever order the list has.
    const [kept] = own.map(({ id }) => id).sort();
    if (kept !== undefined) return { kind: 'there', url: kept };
    const next = readNextLink(answer.headers.get('link'), url);
    if (next === undefined) return { kind: 'none' };
    // The bearer goes to no other origin.
    if (new URL(next).origin !== first.origin) {
      return { kind: 'refused', because: 'address', detail: 'line items go on elsewhere' };
    }
    url = next;
  }
  // It may stand where the search did not come: a second one is never made.
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
    body: JSON.stringify({ label, scoreMaximum, resourceId, tag }),
  });
  if ('kind' in answer) return answer;
  if (!isSuccess(answer)) return judge(deps, answer);
  const made = Item.safeParse(parseJson(answer.body));
  return made.success ? { kind: 'there', url: made.data.id } : unreadable;
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
