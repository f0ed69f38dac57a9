/** Notes that staff write about an attempt for each other; sealed under the person's key and erased with it. */

export interface StaffNote {
  readonly organisationId: string;
  readonly attemptId: string;
  /** `level`: about the level. `validity`: why the attempt was invalidated. */
  readonly kind: 'level' | 'validity';
  /** Whose attempt it is: erasing a person finds their notes by it. */
  readonly personId: string;
  /** Sealed under this person's key; null if removed. */
  readonly sealedText: string | null;
  /** 1, 2, … incremented by each change. */
  readonly revision: number;
  readonly updatedAt: number;
}

export interface StaffNotesPort {
  find(organisationId: string, attemptId: string, kind: StaffNote['kind']): Promise<StaffNote | undefined>;
  /** Conditional on the revision, as PersonSettingsPort.put. */
  put(note: StaffNote): Promise<boolean>;
}
