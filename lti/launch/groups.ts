/** What a launch says about groups of the course (ADR 30). */
import { groupsParameter } from '../asked-parameters.ts';
import { claim, type LtiMessage } from './claims.ts';
import { type GroupReach, readGroupReach } from './roles.ts';

export interface LaunchGroups {
  /** The person's own, sorted; null: only the course list tells them, or there are too many. */
  readonly own: readonly string[] | null;
  /** Of the Course Groups Service, for the groups' names. */
  readonly namesUrl: string | null;
  readonly reach: GroupReach;
}

const mostGroups = 1_000;
const longestList = 16_384;
const longestId = 255;

/** Null if the LMS tells nothing about groups. */
export function readLaunchGroups(message: LtiMessage): LaunchGroups | null {
  if (message.type === 'LtiDeepLinkingRequest') return null;
  const { claims } = message;
  const told = parseGroupIds(claims[claim.custom]?.[groupsParameter.name]);
  const own = told === 'too-many' ? null : told;
  // Only the course list says who is in them.
  const isListed = claims[claim.namesRoles] !== undefined;
  const namesUrl = isListed ? (claims[claim.groups]?.context_groups_url ?? null) : null;
  return told === null && namesUrl === null
    ? null
    : { own, namesUrl, reach: readGroupReach(claims[claim.roles]) };
}

/** `12,7`; empty: in no group; null: absent, or a variable that the LMS left as it was. */
function parseGroupIds(value: string | undefined): string[] | 'too-many' | null {
  if (value === undefined || value.trim().startsWith('$')) return null;
  if (value.length > longestList) return 'too-many';
  const ids = sortAll(value.split(','));
  return ids.length > mostGroups ? 'too-many' : ids;
}

export function sortGroupIds(ids: readonly string[]): string[] {
  return sortAll(ids).slice(0, mostGroups);
}

function sortAll(ids: readonly string[]): string[] {
  const trimmed = ids.map((id) => id.trim()).filter((id) => id !== '' && id.length <= longestId);
  return [...new Set(trimmed)].sort();
}
