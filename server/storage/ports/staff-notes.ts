/** Staff's notes for each other about an attempt; sealed under the person's key, and erased with it. */

export interface StaffNote {
  readonly organisationId: string;
  readonly attemptId: string;
  /** `validity`: why the attempt was invalidated. */
  readonly kind: 'level' | 'validity';
  /** For erasing a person's notes. */
  readonly personId: string;
  /** Sealed under this person's key; null if removed. */
  readonly sealedText: string | null;
  /** From 1, incremented by each change. */
  readonly revision: number;
  readonly updatedAt: number;
}

export interface StaffNotesPort {
  find(organisationId: string, attemptId: string, kind: StaffNote['kind']): Promise<StaffNote | undefined>;
  /** As PersonSettingsPort.put. */
  put(note: StaffNote): Promise<boolean>;
}
