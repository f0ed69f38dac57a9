import type { GroupReach } from '../../../lti/launch/roles.ts';

/** As the LMS last told them, ids only. Without a row, a person's groups are unknown. */
export interface GroupMembership {
  readonly organisationId: string;
  readonly resourceLinkId: string;
  readonly personId: string;
  /** The LMS's ids, sorted. */
  readonly groupIds: readonly string[];
  /** `ask`: only the course list says whether this member of staff may see all groups. */
  readonly reach: GroupReach;
  /** When the course list was last asked; 0: never since the launch. */
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
  /** Ordered by person. */
  listByResourceLink(
    organisationId: string,
    resourceLinkId: string,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<GroupMembership[]>;
}
