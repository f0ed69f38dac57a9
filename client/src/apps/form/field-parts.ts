import type { FormField } from '../../../../scenarios/world/form/types.ts';
import type { FieldProblem } from '../../../../scenarios/world/form/site.ts';
import { t } from './form-texts.ts';

export function describedBy(id: string, field: FormField, problem: FieldProblem | null): string | undefined {
  const ids = [...(field.help === undefined ? [] : [`${id}-help`]), ...(problem ? [`${id}-problem`] : [])];
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** In words, never by a star. */
export function requiredWord({ required }: FormField): string {
  return required ? t('field.required') : t('field.optional');
}
