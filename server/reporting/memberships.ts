import type { GroupMembership, GroupsPort } from '../storage/ports/groups.ts';
import { listPages } from '../storage/read-pages.ts';

const pageSize = 500;

/** As far as the LMS has told them. */
export function listMemberships(
  groups: Pick<GroupsPort, 'listByResourceLink'>,
  organisationId: string,
  resourceLinkId: string,
): Promise<GroupMembership[]> {
  return listPages<GroupMembership, { after?: string }>(
    {},
    (page) => groups.listByResourceLink(organisationId, resourceLinkId, page),
    ({ personId }) => ({ after: personId }),
    pageSize,
  );
}
