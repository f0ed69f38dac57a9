import type { GradeKind, GradeShown } from '../../../../server/contract/grade-kinds.ts';
import { t } from './grade-texts.ts';

const names: Readonly<Record<GradeShown['family'], string>> = {
  moodle: 'Moodle',
  canvas: 'Canvas',
  brightspace: 'Brightspace',
  blackboard: 'Blackboard',
  sakai: 'Sakai',
  openedx: 'Open edX',
};

/** What a learner sees in this kind of LMS. */
export function gradeShownText(kind: GradeKind, { family, keepsBack }: GradeShown): string {
  const lms = names[family];
  return keepsBack === 'no' ? t(`shown.no.${kind}`, { lms }) : t(`shown.${keepsBack}`, { lms });
}
