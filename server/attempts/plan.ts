/** Which scenes a new attempt plays: those of the activity's form, or those that the activity names. */
import type { Form } from '../../scenarios/catalogue.ts';
import type { Content } from '../content/load.ts';
import { AppError } from '../errors.ts';
import type { ActivitySettings } from '../storage/ports/launches.ts';

interface Plan {
  readonly form: Form;
  /** Scenarios in order; in an adaptive plan those it may choose from. */
  readonly scenes: readonly string[];
  /** Scenes that the activity names itself are played as it names them. */
  readonly selection: Form['selection'];
}

/** @throws AppError activity.content-unknown where the activity asks for what is not here (any more) */
export function choosePlan(content: Content, settings: Pick<ActivitySettings, 'form' | 'scenes'>): Plan {
  const form =
    settings.form === null ? content.forms[0] : content.forms.find(({ id }) => id === settings.form);
  if (form === undefined) throw new AppError('activity.content-unknown', { name: settings.form ?? '' });
  const known = new Set(content.scenarios().map(({ scenario }) => scenario));
  const missing = settings.scenes?.find((scenario) => !known.has(scenario));
  if (missing !== undefined) throw new AppError('activity.content-unknown', { name: missing });
  return settings.scenes === null
    ? { form, scenes: form.scenes, selection: form.selection }
    : { form, scenes: settings.scenes, selection: 'fixed' };
}
