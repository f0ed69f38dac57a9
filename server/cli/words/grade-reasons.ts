import { type GradeReason, gradeReasons } from '../../contract/grade-reasons.ts';

const sentences: Readonly<Record<GradeReason, string>> = {
  'grade.conflict': 'The gradebook has another score from the same second or later. Check both clocks.',
  'grade.unreachable': 'The platform did not answer. Check its address and the network.',
  'grade.busy': 'The platform was too busy, or had an internal error.',
  'grade.not-authorized':
    'The platform refuses a token for grades. Ask its administrator to allow the grade services.',
  'grade.person-refused': 'The gradebook does not know this learner in the course, or cannot grade them.',
  'grade.item-gone': 'The column is no longer in the gradebook.',
  'grade.no-column': 'The activity has no column in the gradebook. Nothing is wrong.',
  'grade.column-unclear':
    'The activity has several columns, and NUM+ can’t tell which one to use. A teacher can choose it on the activity’s page.',
  'grade.locked': 'The grade or its column seems to be locked. A teacher can unlock it.',
  'grade.address-refused': 'The address of the gradebook is one that this server may not call.',
  'grade.refused': 'The platform refused the score and gave no reason. Its status is in the log.',
  'grade.receiver-gone': 'The person or the platform is no longer known here.',
  'grade.deployment-revoked': 'This deployment was revoked. `deployment approve` lets grades through again.',
  'grade.unexpected': 'A problem on our side. The details are in the log.',
};

const isReason = (code: string): code is GradeReason => gradeReasons.some((known) => known === code);

export function explainGradeReason(code: string): string {
  return isReason(code) ? sentences[code] : code;
}
