export const gradeReasons = [
  /** The platform has another score of the same second or later. */
  'grade.conflict',
  'grade.unreachable',
  /** The platform answered "too many" or had a fault of its own. */
  'grade.busy',
  /** The platform refused a token, or refused ours. */
  'grade.not-authorized',
  /** Not a learner of the course, or one that cannot be graded. */
  'grade.person-refused',
  'grade.item-gone',
  /** The activity has no column. Nothing is wrong. */
  'grade.no-column',
  /** The activity has several columns, and none or several are ours. */
  'grade.column-unclear',
  /** The grade or its column seems locked. */
  'grade.locked',
  /** Our tool may not call the gradebook's address. */
  'grade.address-refused',
  'grade.refused',
  'grade.receiver-gone',
  /** An operator revoked the deployment. */
  'grade.deployment-revoked',
  /** Our own fault. */
  'grade.unexpected',
] as const;

export type GradeReason = (typeof gradeReasons)[number];
