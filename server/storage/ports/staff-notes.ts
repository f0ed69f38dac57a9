/** Notes of staff for each other, sealed under the person's key and erased with it. */

export interface StaffNote {
  readonly organisationId: string;
  readonly attemptId: string;
  /** `validity`: why the attempt was invalidated. */
  readonly kind: 'level' | 'validity';
  /** Names the person, so that erasing them finds the note. */
  readonly personId: string;
  /** Null if removed. */
  readonly sealedText: string | null;
  readonly revision: number;
  readonly updatedAt: number;
}

export interface StaffNotesPort {
  find(organisationId: string, attemptId: string, kind: StaffNote['kind']): Promise<StaffNote | undefined>;
  /** As PersonSettingsPort.put. */
  put(note: StaffNote): Promise<boolean>;
}
