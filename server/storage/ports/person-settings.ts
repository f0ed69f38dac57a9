/** What staff set for one person in one activity. */
import type { AccessNeed } from '../../../scenarios/world/access.ts';

export interface PersonSettings {
  readonly organisationId: string;
  readonly resourceLinkId: string;
  readonly personId: string;
  /** A helper sits beside the person from the start. */
  readonly withHelper: boolean;
  /** What tasks must allow for this person, sorted. */
  readonly accessNeeds: readonly AccessNeed[];
  /** Form of their next attempt; null: the activity's. */
  readonly form: string | null;
  /** They may begin attempts up to this number whatever the activity allows; 0: as it allows. */
  readonly attemptsUpTo: number;
  /** 1, 2, … incremented by each change. */
  readonly revision: number;
  readonly updatedAt: number;
}

export interface PersonSettingsPort {
  find(organisationId: string, resourceLinkId: string, personId: string): Promise<PersonSettings | undefined>;
  /**
   * Writes if the stored revision is the one before (none stored: this one is 1). Returns whether it did; if not, read
   * again.
   */
  put(settings: PersonSettings): Promise<boolean>;
}
