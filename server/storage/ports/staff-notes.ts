/** What staff write about an attempt for each other. It is about the person, and ends with the person's key. */

export interface StaffNote {
  readonly organisationId: string;
  readonly attemptId: string;
  /** `level`: beside the level. `validity`: why the attempt was set aside. */
  readonly kind: 'level' | 'validity';
  /** Whose attempt it is: erasing a person finds their notes by it. */
  readonly personId: string;
  /** Sealed under this person's key; null where the note was taken away. */
  readonly sealedText: string | null;
  /** 1, 2, … raised by each change. */
  readonly revision: number;
  readonly updatedAt: number;
}

export interface StaffNotesPort {
  find(organisationId: string, attemptId: string, kind: StaffNote['kind']): Promise<StaffNote | undefined>;
  /** Writes as PersonSettingsPort.put does: only over the revision before this one's. */
  put(note: StaffNote): Promise<boolean>;
}
