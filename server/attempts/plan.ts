/** Leaves out scenes that don't meet access needs: missing in the measure, never zero. */
import type { Form } from '../../scenarios/schema/catalogue.ts';
import { type AccessNeed, meetsNeeds } from '../../scenarios/world/access.ts';
import type { Content } from '../content/load.ts';
import { AppError } from '../base/errors.ts';
import type { ActivitySettings } from '../storage/ports/launches.ts';
import { factsOf } from './choose-next-scene.ts';

export interface Plan {
  readonly form: Form;
  /** In order of play; if adaptive, the pool to choose from. */
  readonly scenes: readonly string[];
  /** `fixed` if the activity lists its scenes. */
  readonly selection: Form['selection'];
}

/** @throws AppError activity.content-unknown; activity.needs-unmet if no scene meets all needs */
export function choosePlan(
  content: Content,
  settings: Pick<ActivitySettings, 'form' | 'scenes'>,
  needs: readonly AccessNeed[] = [],
): Plan {
  const name = settings.form ?? content.defaultForm;
  const form = content.forms.find(({ id }) => id === name);
  if (form === undefined) throw new AppError('activity.content-unknown', { name });
  const known = new Set(content.scenarios().map(({ scenario }) => scenario));
  const missing = settings.scenes?.find((scenario) => !known.has(scenario));
  if (missing !== undefined) throw new AppError('activity.content-unknown', { name: missing });
  const asked = settings.scenes ?? form.scenes;
  const scenes = asked.filter((scenario) => meetsNeeds(factsOf(content, scenario).access, needs));
  if (scenes.length === 0 && asked.length > 0) {
    throw new AppError('activity.needs-unmet', { needs: needs.join(', ') });
  }
  return { form, scenes, selection: settings.scenes === null ? form.selection : 'fixed' };
}
