import type { GroupReach } from '../../../lti/launch/roles.ts';

/**
 * Groups of people in an activity, as their LMS last told them; ids only. A person without a row is one whose groups
 * are unknown.
 */
export interface GroupMembership {
  readonly organisationId: string;
  readonly resourceLinkId: string;
  readonly personId: string;
  /** The LMS's ids, sorted. */
  readonly groupIds: readonly string[];
  /** `ask`: the course list has to be asked whether this member of staff may see all groups. */
  readonly reach: GroupReach;
  /** When the course list was last asked for the reach; 0: never since the launch. */
  readonly askedAt: number;
}

export interface GroupsPort {
  /** Inserts or replaces. */
  put(membership: GroupMembership): Promise<void>;
  find(
    organisationId: string,
    resourceLinkId: string,
    personId: string,
  ): Promise<GroupMembership | undefined>;
  /** Ordered by person; continues after the person `after`. */
  listByResourceLink(
    organisationId: string,
    resourceLinkId: string,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<GroupMembership[]>;
}
