/** Settings by staff for one person in one activity. */
import type { AccessNeed } from '../../../scenarios/world/access.ts';

export interface PersonSettings {
  readonly organisationId: string;
  readonly resourceLinkId: string;
  readonly personId: string;
  readonly withHelper: boolean;
  /** Sorted by name. */
  readonly accessNeeds: readonly AccessNeed[];
  /** Null: the activity's. */
  readonly form: string | null;
  /** The person may begin attempts up to this number, whatever the activity allows; 0: no exception. */
  readonly attemptsUpTo: number;
  /** The person opened this activity as staff, whatever the roster or a later launch calls them. */
  readonly isStaff: boolean;
  /** From 1. */
  readonly revision: number;
  readonly updatedAt: number;
}

export interface PersonSettingsPort {
  find(organisationId: string, resourceLinkId: string, personId: string): Promise<PersonSettings | undefined>;
  /** Writes only if the stored revision is the previous one; returns false if it is not. */
  put(settings: PersonSettings): Promise<boolean>;
}
