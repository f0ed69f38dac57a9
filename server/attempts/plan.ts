/**
 * Which scenes a new attempt plays: those of the activity's form, or those that the activity names, without those that
 * lack what the person needs. These are missing for the measure, never zero.
 */
import type { Form } from '../../scenarios/schema/catalogue.ts';
import { type AccessNeed, meetsNeeds } from '../../scenarios/world/access.ts';
import type { Content } from '../content/load.ts';
import { AppError } from '../base/errors.ts';
import type { ActivitySettings } from '../storage/ports/launches.ts';
import { factsOf } from './route.ts';

export interface Plan {
  readonly form: Form;
  /** Scenarios in order; in an adaptive plan those it may choose from. */
  readonly scenes: readonly string[];
  /** Scenes that the activity names itself are played as it names them. */
  readonly selection: Form['selection'];
}

/**
 * @param needs what staff set for the person who plays
 * @throws AppError activity.content-unknown where the activity asks for what is not here (any more);
 *   activity.needs-unmet where no scene of it has all that the person needs
 */
export function choosePlan(
  content: Content,
  settings: Pick<ActivitySettings, 'form' | 'scenes'>,
  needs: readonly AccessNeed[] = [],
): Plan {
  const form =
    settings.form === null ? content.forms[0] : content.forms.find(({ id }) => id === settings.form);
  if (form === undefined) throw new AppError('activity.content-unknown', { name: settings.form ?? '' });
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
