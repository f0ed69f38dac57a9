/** What staff set for one person in one activity. */
import type { AccessNeed } from '../../../scenarios/world/access.ts';

export interface PersonSettings {
  readonly organisationId: string;
  readonly resourceLinkId: string;
  readonly personId: string;
  /** Somebody sits beside the person from the start. */
  readonly withHelper: boolean;
  /** What tasks must allow for this person, sorted. */
  readonly accessNeeds: readonly AccessNeed[];
  /** Id of the form that their next attempt plays; null: what the activity plays. */
  readonly form: string | null;
  /** They may begin attempts up to this number, whatever the activity allows; 0: as it allows. */
  readonly attemptsUpTo: number;
  /** 1, 2, … raised by each change. */
  readonly revision: number;
  readonly updatedAt: number;
}

export interface PersonSettingsPort {
  find(organisationId: string, resourceLinkId: string, personId: string): Promise<PersonSettings | undefined>;
  /**
   * Writes where the stored revision is the one before this one's (none stored: this one's is 1); answers whether it
   * did. Of two at a time one wins, and the other reads again.
   */
  put(settings: PersonSettings): Promise<boolean>;
}
