/** For launches that name only the list of line items. */
import type { ClientRef } from '../../lti/engine/access-tokens.ts';
import type { LineItems, LinkItemOutcome } from '../../lti/services/line-items.ts';
import { ownItem } from '../launches/select.ts';
import type { GradeRow } from '../storage/ports/grades.ts';
import type { ResourceLinksPort } from '../storage/ports/resource-links.ts';

export interface LinkLineItemDeps {
  readonly resourceLinks: Pick<ResourceLinksPort, 'find'>;
  readonly lineItems: Pick<LineItems, 'findOfLink'>;
}

/** @throws AppError storage.unavailable */
export async function findLinkLineItem(
  { resourceLinks, lineItems }: LinkLineItemDeps,
  row: GradeRow,
  client: ClientRef,
): Promise<LinkItemOutcome> {
  const lineItemsUrl = findListUrl(row);
  if (lineItemsUrl === null) return { kind: 'there', url: row.lineItemUrl };
  const link = await resourceLinks.find(row.organisationId, row.resourceLinkId);
  if (link === undefined) return { kind: 'none', detail: 'link unknown' };
  const { resourceLinkId, columnUrl } = link;
  return lineItems.findOfLink({ client, lineItemsUrl, resourceLinkId, own: ownItem }, columnUrl);
}

/** Address of the list; null if the launch named a line item. */
export function findListUrl({ lineItemUrl }: Pick<GradeRow, 'lineItemUrl'>): string | null {
  const url = new URL(lineItemUrl);
  if (!url.hash.startsWith('#link/')) return null;
  url.hash = '';
  return url.href;
}
