import type { GroupMembership, GroupsPort } from '../ports/groups.ts';
import { groupMembershipRow } from '../shapes/persons.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, insertInto, json, sqlParams } from './rows.ts';

export const storedMembership = groupMembershipRow.extend({
  groupIds: json(groupMembershipRow.shape.groupIds),
});

export function createGroups(database: SqliteDatabase): GroupsPort {
  const ofLink = 'organisationId = @organisationId AND resourceLinkId = @resourceLinkId';
  const put = database.command(
    `${insertInto('groupMemberships', Object.keys(groupMembershipRow.shape))}
     ON CONFLICT DO UPDATE SET groupIds = @groupIds, reach = @reach, askedAt = @askedAt`,
  );
  const own = database.query<GroupMembership>(
    storedMembership,
    `SELECT * FROM groupMemberships WHERE ${ofLink} AND personId = @personId`,
  );
  const page = database.query<GroupMembership>(
    storedMembership,
    `SELECT * FROM groupMemberships WHERE ${ofLink} AND personId > @after ORDER BY personId LIMIT @limit`,
  );
  return {
    put: (membership) => database.write(() => void put(sqlParams(membership))),
    find: (organisationId, resourceLinkId, personId) =>
      answer(() => own.find({ organisationId, resourceLinkId, personId })),
    listByResourceLink: (organisationId, resourceLinkId, { limit, after = '' }) =>
      answer(() => page.list({ organisationId, resourceLinkId, limit, after })),
  };
}
