/** Says what to do, never what was wrong. */
import type { FieldProblem } from '../../../../scenarios/world/form/site.ts';
import type { FormField } from '../../../../scenarios/world/form/types.ts';
import { t } from './form-texts.ts';

export function sayProblem(field: FormField, problem: FieldProblem): string {
  if (problem === 'file-kind') return t('problem.file');
  if (problem === 'missing') return t(`problem.missing.${field.kind}`);
  return t(`problem.format.${field.kind === 'text' ? field.format : 'words'}`);
}
