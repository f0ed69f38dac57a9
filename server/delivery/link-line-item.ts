/** For launches that name only the list of line items. */
import type { ClientRef } from '../../lti/engine/access-tokens.ts';
import type { LineItems, LinkItemOutcome } from '../../lti/services/line-items.ts';
import { overallTag } from '../launches/select.ts';
import type { GradeRow } from '../storage/ports/grades.ts';
import type { ResourceLinksPort } from '../storage/ports/resource-links.ts';

export interface LinkLineItemDeps {
  readonly resourceLinks: Pick<ResourceLinksPort, 'find'>;
  readonly lineItems: Pick<LineItems, 'findOfLink'>;
}

/** @throws AppError storage.unavailable */
export async function findLinkLineItem(
  { resourceLinks, lineItems }: LinkLineItemDeps,
  { organisationId, resourceLinkId, lineItemUrl }: GradeRow,
  client: ClientRef,
): Promise<LinkItemOutcome> {
  const url = new URL(lineItemUrl);
  if (!url.hash.startsWith('#link/')) return { kind: 'there', url: lineItemUrl };
  const link = await resourceLinks.find(organisationId, resourceLinkId);
  if (link === undefined) return { kind: 'none', detail: 'link unknown' };
  url.hash = '';
  return lineItems.findOfLink({
    client,
    lineItemsUrl: url.href,
    resourceLinkId: link.resourceLinkId,
    tag: overallTag,
  });
}
