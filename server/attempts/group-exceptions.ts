/** Exceptions count for whoever is in the group when an attempt begins (ADR 33). */
import { type AccessNeed, accessNeeds } from '../../scenarios/world/access.ts';
import type { GroupSettings } from '../storage/ports/group-settings.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listPages } from '../storage/read-pages.ts';

export interface GivenByGroups {
  readonly withHelper: boolean;
  /** Sorted by name. */
  readonly accessNeeds: readonly AccessNeed[];
  /** The most of any group. */
  readonly extraAttempts: number;
}

export function listGroupSettings(
  { groupSettings }: Pick<Storage, 'groupSettings'>,
  organisationId: string,
  resourceLinkId: string,
): Promise<GroupSettings[]> {
  return listPages<GroupSettings, { after?: string }>(
    {},
    (page) => groupSettings.listByResourceLink(organisationId, resourceLinkId, page),
    ({ groupId }) => ({ after: groupId }),
  );
}

interface PersonKey {
  readonly organisationId: string;
  readonly resourceLinkId: string;
  readonly personId: string;
}

/** Of the person's groups, as the LMS last told them. */
export async function findGivenByGroups(
  storage: Pick<Storage, 'groups' | 'groupSettings'>,
  person: PersonKey,
): Promise<GivenByGroups> {
  return combine(await listGivenByGroups(storage, person));
}

/** One for each of the person's groups that ever had any. */
export async function listGivenByGroups(
  storage: Pick<Storage, 'groups' | 'groupSettings'>,
  { organisationId, resourceLinkId, personId }: PersonKey,
): Promise<GroupSettings[]> {
  const all = await listGroupSettings(storage, organisationId, resourceLinkId);
  const own = all.length > 0 && (await storage.groups.find(organisationId, resourceLinkId, personId));
  return own ? all.filter(({ groupId }) => own.groupIds.includes(groupId)) : [];
}

export function combine(given: readonly GroupSettings[]): GivenByGroups {
  return {
    withHelper: given.some(({ withHelper }) => withHelper),
    accessNeeds: accessNeeds.filter((need) => given.some((one) => one.accessNeeds.includes(need))),
    extraAttempts: Math.max(0, ...given.map(({ extraAttempts }) => extraAttempts)),
  };
}

export function isBlank({ withHelper, accessNeeds: needs, extraAttempts }: GivenByGroups): boolean {
  return !withHelper && needs.length === 0 && extraAttempts === 0;
}
