import type { PersonSettings } from './ports/person-settings.ts';

/** Of a person for whom nothing is stored. */
export function blankSettings(
  key: Pick<PersonSettings, 'organisationId' | 'resourceLinkId' | 'personId'>,
): PersonSettings {
  const { organisationId, resourceLinkId, personId } = key;
  return {
    organisationId,
    resourceLinkId,
    personId,
    withHelper: false,
    accessNeeds: [],
    form: null,
    attemptsUpTo: 0,
    isStaff: false,
    revision: 0,
    updatedAt: 0,
  };
}
