/** Set by staff for one person in one activity. */
import type { AccessNeed } from '../../../scenarios/world/access.ts';

export interface PersonSettings {
  readonly organisationId: string;
  readonly resourceLinkId: string;
  readonly personId: string;
  /** A helper is present from the start. */
  readonly withHelper: boolean;
  /** Sorted. */
  readonly accessNeeds: readonly AccessNeed[];
  /** Of their next attempt; null: the activity's. */
  readonly form: string | null;
  /** May begin up to this number whatever the activity allows; 0: no exception. */
  readonly attemptsUpTo: number;
  /** From 1, incremented by each change. */
  readonly revision: number;
  readonly updatedAt: number;
}

export interface PersonSettingsPort {
  find(organisationId: string, resourceLinkId: string, personId: string): Promise<PersonSettings | undefined>;
  /**
   * Writes if the stored revision is the previous one (1 if none is stored). If it returns false, read again.
   */
  put(settings: PersonSettings): Promise<boolean>;
}
