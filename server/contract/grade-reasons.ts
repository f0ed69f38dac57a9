/** Why a grade waits or was given up: codes that staff and operators read in words. */
export const gradeReasons = [
  /** The platform took another score at the same second or later. */
  'grade.conflict',
  /** No answer came. */
  'grade.unreachable',
  /** The platform said "too many" or had a fault of its own. */
  'grade.busy',
  /** The platform gives us no token for this, or takes none. */
  'grade.not-authorized',
  /** It knows no such learner in the course, or one that cannot be graded. */
  'grade.person-refused',
  /** The column of the gradebook is gone. */
  'grade.item-gone',
  /** The grade or its column is locked, as far as can be told. */
  'grade.locked',
  /** The address of the gradebook is one that we may not call. */
  'grade.address-refused',
  /** Refused for a reason that it did not name. */
  'grade.refused',
  /** Person or platform are no longer with us. */
  'grade.receiver-gone',
  /** A fault of our own. */
  'grade.unexpected',
] as const;

export type GradeReason = (typeof gradeReasons)[number];
