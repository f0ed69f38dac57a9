/** What staff set for the asker in this activity, and what it changes at the beginning of an attempt. */
import type { Content } from '../content/load.ts';
import type { ActivitySettings } from '../storage/ports/launches.ts';
import type { PersonSettings, PersonSettingsPort } from '../storage/ports/person-settings.ts';
import type { Asker } from './services.ts';

/** Nothing where none were set, and in trials: those show what everybody gets. */
export async function findOwnSettings(
  { personSettings }: { readonly personSettings: Pick<PersonSettingsPort, 'find'> },
  { practice, organisationId, resourceLinkId, personId }: Asker,
): Promise<PersonSettings | undefined> {
  return practice ? undefined : personSettings.find(organisationId, resourceLinkId, personId);
}

/** Whether the activity, or a word of staff, leaves this person an attempt of that number. */
export function mayBegin(
  { practice, settings }: Pick<Asker, 'practice' | 'settings'>,
  own: Pick<PersonSettings, 'attemptsUpTo'> | undefined,
  number: number,
): boolean {
  return (
    practice || settings.attempts === null || number <= Math.max(settings.attempts, own?.attemptsUpTo ?? 0)
  );
}

/** The activity's settings with the person's own form in their place, as long as that form is here. */
export function planSettings(
  { forms }: Pick<Content, 'forms'>,
  settings: ActivitySettings,
  own: Pick<PersonSettings, 'form'> | undefined,
): ActivitySettings {
  const form = forms.find(({ id }) => id === own?.form);
  return form === undefined ? settings : { ...settings, form: form.id, scenes: null };
}
