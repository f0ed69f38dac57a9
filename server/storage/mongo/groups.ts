import type { GroupsPort } from '../ports/groups.ts';
import { groupMembershipRow } from '../shapes/persons.ts';
import { above } from './conditions.ts';
import type { MongoDatabase } from './database.ts';
import { groupMemberships } from './schemas/attempts.ts';
import { keyOf } from './schemas/define-collection.ts';

export function createGroups(database: MongoDatabase): GroupsPort {
  const rows = database.collection(groupMemberships, groupMembershipRow);
  return {
    put: (membership) => rows.put({ ...membership, groupIds: [...membership.groupIds] }),
    find: (organisationId, resourceLinkId, personId) =>
      rows.find({ _id: keyOf(groupMemberships, { organisationId, resourceLinkId, personId }) }),
    listByResourceLink: (organisationId, resourceLinkId, { limit, after = '' }) =>
      rows.list({ organisationId, resourceLinkId, personId: above(after) }, { personId: 1 }, limit),
  };
}
