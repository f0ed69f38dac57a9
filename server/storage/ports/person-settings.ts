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
  /** Attempts up to this number may begin, whatever the activity allows; 0: no exception. */
  readonly attemptsUpTo: number;
  /** Opened this activity as staff, whatever the roster or a later launch says. */
  readonly isStaff: boolean;
  /** From 1. */
  readonly revision: number;
  readonly updatedAt: number;
}

export interface PersonSettingsPort {
  find(organisationId: string, resourceLinkId: string, personId: string): Promise<PersonSettings | undefined>;
  /** Returns false unless the stored revision is the previous one. */
  put(settings: PersonSettings): Promise<boolean>;
}
