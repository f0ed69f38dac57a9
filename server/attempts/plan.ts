/** Which scenes a new attempt plays: those of the activity's form, or those that the activity names. */
import type { Form } from '../../scenarios/catalogue.ts';
import type { Content } from '../content/load.ts';
import { AppError } from '../errors.ts';
import type { ActivitySettings } from '../storage/ports/launches.ts';

interface Plan {
  readonly form: Form;
  /** Scenarios in order. */
  readonly scenes: readonly string[];
}

/** @throws AppError activity.content-unknown where the activity asks for what is not here (any more) */
export function choosePlan(content: Content, settings: Pick<ActivitySettings, 'form' | 'scenes'>): Plan {
  const form =
    settings.form === null ? content.forms[0] : content.forms.find(({ id }) => id === settings.form);
  if (form === undefined) throw new AppError('activity.content-unknown', { name: settings.form ?? '' });
  const known = new Set(content.scenarios().map(({ scenario }) => scenario));
  const missing = settings.scenes?.find((scenario) => !known.has(scenario));
  if (missing !== undefined) throw new AppError('activity.content-unknown', { name: missing });
  return { form, scenes: settings.scenes ?? form.scenes };
}
