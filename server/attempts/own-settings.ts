import { accessNeeds } from '../../scenarios/world/access.ts';
import type { Content } from '../content/load.ts';
import type { ActivitySettings } from '../storage/ports/launches.ts';
import type { PersonSettings } from '../storage/ports/person-settings.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { findGivenByGroups, type GivenByGroups } from './group-exceptions.ts';
import type { PlayerLaunch } from './services.ts';

export interface OwnSettings extends GivenByGroups, Pick<PersonSettings, 'form' | 'attemptsUpTo'> {}

/** Undefined in practice. */
export async function findOwnSettings(
  storage: Pick<Storage, 'groups' | 'groupSettings' | 'personSettings'>,
  { practice, organisationId, resourceLinkId, personId }: PlayerLaunch,
): Promise<OwnSettings | undefined> {
  if (practice) return undefined;
  const [personal, given] = await Promise.all([
    storage.personSettings.find(organisationId, resourceLinkId, personId),
    findGivenByGroups(storage, { organisationId, resourceLinkId, personId }),
  ]);
  return {
    ...given,
    withHelper: given.withHelper || personal?.withHelper === true,
    accessNeeds: accessNeeds.filter(
      (need) => given.accessNeeds.includes(need) || personal?.accessNeeds.includes(need) === true,
    ),
    form: personal?.form ?? null,
    attemptsUpTo: personal?.attemptsUpTo ?? 0,
  };
}

/** Practice has no limit. */
export function mayStartAttempt(
  { practice, settings }: Pick<PlayerLaunch, 'practice' | 'settings'>,
  own: Pick<OwnSettings, 'attemptsUpTo' | 'extraAttempts'> | undefined,
  number: number,
): boolean {
  const limit = practice ? null : settings.attempts;
  if (limit === null) return true;
  return number <= Math.max(limit + (own?.extraAttempts ?? 0), own?.attemptsUpTo ?? 0);
}

/** The person's own form, if it still exists. */
export function planSettings(
  { forms }: Pick<Content, 'forms'>,
  settings: ActivitySettings,
  own: Pick<OwnSettings, 'form'> | undefined,
): ActivitySettings {
  const form = forms.find(({ id }) => id === own?.form);
  return form === undefined ? settings : { ...settings, form: form.id, scenes: null };
}
