/**
 * Found by resource id and tag, which copied courses keep (AGS 2.0 §3.2.9). Without resource link: a
 * second item on a link removes its `lineitem` claim.
 */
import { z } from 'zod';
import type { ClientRef } from '../engine/access-tokens.ts';
import type { ItemColumn } from '../launch/deep-linking.ts';
import { readNextLink } from '../net/next-link.ts';
import { parseJson } from '../net/parse-json.ts';
import { visibleText } from '../net/visible-text.ts';
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

interface ItemOfLink {
  readonly client: ClientRef;
  readonly lineItemsUrl: string;
  /** The LMS's id. */
  readonly resourceLinkId: string;
  /** How an item that deep linking asked for is known again. */
  readonly own: { readonly tag: string; readonly resourceIdPrefix: string };
}

interface ItemChoice {
  readonly url: string;
  readonly label: string;
  readonly scoreMaximum: number | null;
  readonly isOwn: boolean;
}

export type ListOutcome =
  | { readonly kind: 'listed'; readonly items: readonly ItemChoice[] }
  | Exclude<LineItemOutcome, { readonly kind: 'there' }>;

export type LinkItemOutcome =
  | LineItemOutcome
  | { readonly kind: 'none'; readonly detail: string }
  /** Several items, and not exactly one of them ours. */
  | { readonly kind: 'unclear'; readonly detail: string };

export interface LineItems {
  /** Creates the item if needed. Never throws. */
  ensure(item: OwnLineItem): Promise<LineItemOutcome>;
  /**
   * For a launch without the `lineitem` claim. Prefers the chosen item, then our own. Never throws.
   * @param chosenUrl null: none
   */
  findOfLink(item: ItemOfLink, chosenUrl: string | null): Promise<LinkItemOutcome>;
  /** Never throws. */
  listOfLink(item: ItemOfLink): Promise<ListOutcome>;
}

/** Callers must prevent concurrent calls for one item: they could create it twice. */
export function createLineItems(deps: ServiceDeps): LineItems {
  return {
    async ensure(item) {
      const { resourceId, tag } = item;
      const listed = await list(deps, item, { resource_id: resourceId, tag });
      if (listed.kind !== 'listed') return listed;
      const own = listed.items.filter((one) => one.resourceId === resourceId && one.tag === tag);
      // If it was created twice, everybody picks the same one.
      const [chosen] = own.map(({ id }) => id).sort();
      return chosen === undefined ? make(deps, item) : { kind: 'there', url: chosen };
    },
    async findOfLink(item, chosenUrl) {
      const listed = await listOfLink(deps, item);
      if (listed.kind !== 'listed') return listed;
      const { items } = listed;
      if (items.length === 0) return { kind: 'none', detail: '' };
      // The chosen column may have been deleted.
      const byStaff = items.filter(({ url }) => url === chosenUrl);
      const own = items.length === 1 ? items : items.filter(({ isOwn }) => isOwn);
      const [only, ...others] = byStaff.length > 0 ? byStaff : own;
      return only === undefined || others.length > 0
        ? { kind: 'unclear', detail: `${items.length} line items` }
        : { kind: 'there', url: only.url };
    },
    listOfLink: (item) => listOfLink(deps, item),
  };
}

async function listOfLink(deps: ServiceDeps, item: ItemOfLink): Promise<ListOutcome> {
  const listed = await list(deps, item, { resource_link_id: item.resourceLinkId });
  if (listed.kind !== 'listed') return listed;
  const ofLink = listed.items.filter(({ resourceLinkId }) => resourceLinkId === item.resourceLinkId);
  return {
    kind: 'listed',
    items: ofLink.map((one) => ({
      url: one.id,
      label: visibleText(one.label ?? ''),
      scoreMaximum: one.scoreMaximum ?? null,
      isOwn: isOwn(one, item.own),
    })),
  };
}

/** Columns of dimensions have tags of their own. */
function isOwn({ tag, resourceId }: Item, own: ItemOfLink['own']): boolean {
  if (tag === own.tag) return true;
  return (tag ?? '') === '' && (resourceId ?? '').startsWith(own.resourceIdPrefix);
}

/** Reads every page. */
async function list(
  deps: ServiceDeps,
  { client, lineItemsUrl }: Pick<OwnLineItem, 'client' | 'lineItemsUrl'>,
  filters: Readonly<Record<string, string>>,
): Promise<
  { readonly kind: 'listed'; readonly items: readonly Item[] } | Exclude<LineItemOutcome, { kind: 'there' }>
> {
  const first = new URL(lineItemsUrl);
  for (const [name, value] of Object.entries(filters)) first.searchParams.set(name, value);
  const found: Item[] = [];
  const endsAt = deps.clock() + budgetMs;
  let url = first.href;
  for (let page = 0; page < maxPages && deps.clock() < endsAt; page += 1) {
    const headers = { accept: itemsType };
    const answer = await callService(deps, { client, scope: lineItemScope, url, headers });
    if ('kind' in answer) return answer;
    if (!isSuccess(answer)) return judge(deps, answer);
    const items = ItemList.safeParse(parseJson(answer.body));
    if (!items.success) return unreadable;
    found.push(...items.data.filter(({ id }) => new URL(id).origin === first.origin));
    const next = readNextLink(answer.headers.get('link'), url);
    if (next === undefined) return { kind: 'listed', items: found };
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

function judge(deps: ServiceDeps, answer: ServiceAnswer): Exclude<LineItemOutcome, { kind: 'there' }> {
  const detail = `status ${answer.status}`;
  return readBusy(answer, deps.clock()) ?? { kind: 'refused', because: 'other', detail };
}

const unreadable: NoAnswer = {
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
  resourceLinkId: z.coerce.string().nullish().catch(null),
  label: z.string().max(1000).nullish().catch(null),
  scoreMaximum: z.number().nullish().catch(null),
});
type Item = z.infer<typeof Item>;
const ItemList = z
  .array(z.unknown())
  .max(10_000)
  .transform((items) => items.flatMap((item) => Item.safeParse(item).data ?? []));
