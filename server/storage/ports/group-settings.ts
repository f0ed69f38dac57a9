/** Exceptions for whoever is in a group, in one activity (ADR 33). */
import type { AccessNeed } from '../../../scenarios/world/access.ts';

export interface GroupSettings {
  readonly organisationId: string;
  readonly resourceLinkId: string;
  /** The LMS's. */
  readonly groupId: string;
  readonly withHelper: boolean;
  /** Sorted by name. */
  readonly accessNeeds: readonly AccessNeed[];
  /** Beyond the activity's limit; 0: none. */
  readonly extraAttempts: number;
  /** From 1. */
  readonly revision: number;
  readonly updatedAt: number;
}

export interface GroupSettingsPort {
  find(organisationId: string, resourceLinkId: string, groupId: string): Promise<GroupSettings | undefined>;
  /** Ordered by group. */
  listByResourceLink(
    organisationId: string,
    resourceLinkId: string,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<GroupSettings[]>;
  /** Returns false unless the stored revision is the previous one. */
  put(settings: GroupSettings): Promise<boolean>;
}
