import type { GradeKind, GradeShown } from '../../../../server/contract/grade-kinds.ts';
import { t } from './grade-texts.ts';

/** Moodle's family is also that of a platform that did not say what it is, so it has no name here. */
const names: Readonly<Record<Exclude<GradeShown['family'], 'moodle'>, string>> = {
  canvas: 'Canvas',
  brightspace: 'Brightspace',
  blackboard: 'Blackboard',
  sakai: 'Sakai',
  openedx: 'Open edX',
};

/** What a learner sees in this kind of LMS. */
export function gradeShownText(kind: GradeKind, { family, keepsBack }: GradeShown): string {
  const lms = family === 'moodle' ? t('shown.course') : names[family];
  return keepsBack === 'no' ? t(`shown.no.${kind}`, { lms }) : t(`shown.${keepsBack}`, { lms });
}
