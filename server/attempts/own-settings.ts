import type { Content } from '../content/load.ts';
import type { ActivitySettings } from '../storage/ports/launches.ts';
import type { PersonSettings, PersonSettingsPort } from '../storage/ports/person-settings.ts';
import type { PlayerLaunch } from './services.ts';

/** Undefined in practice, or if staff set nothing for this person. */
export async function findOwnSettings(
  { personSettings }: { readonly personSettings: Pick<PersonSettingsPort, 'find'> },
  { practice, organisationId, resourceLinkId, personId }: PlayerLaunch,
): Promise<PersonSettings | undefined> {
  return practice ? undefined : personSettings.find(organisationId, resourceLinkId, personId);
}

/** Practice has no limit; staff may raise the limit of a person. */
export function mayStartAttempt(
  { practice, settings }: Pick<PlayerLaunch, 'practice' | 'settings'>,
  personal: Pick<PersonSettings, 'attemptsUpTo'> | undefined,
  number: number,
): boolean {
  return (
    practice ||
    settings.attempts === null ||
    number <= Math.max(settings.attempts, personal?.attemptsUpTo ?? 0)
  );
}

/** Replaces the activity's form by the person's own, if that form still exists. */
export function planSettings(
  { forms }: Pick<Content, 'forms'>,
  settings: ActivitySettings,
  personal: Pick<PersonSettings, 'form'> | undefined,
): ActivitySettings {
  const form = forms.find(({ id }) => id === personal?.form);
  return form === undefined ? settings : { ...settings, form: form.id, scenes: null };
}
