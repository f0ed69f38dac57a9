/** Names and Role Provisioning Services 2.0. Drops e-mail addresses. */
import { z } from 'zod';
import type { Caller } from '../net/guarded-fetch.ts';
import { readNextLink } from '../net/next-link.ts';
import { firstOf } from '../launch/claims.ts';
import { sortGroupIds } from '../launch/groups.ts';
import { readGroupReach, readRoles } from '../launch/roles.ts';
import type { LtiRole } from '../launch/roles.ts';
import { parseJson } from '../net/parse-json.ts';
import { plainName } from './plain-name.ts';
import { callService, isSuccess, readBusy } from './service-call.ts';
import type { ServiceDeps } from './service-call.ts';

const rosterScope = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
export const groupsScope = 'https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly';
/** Moodle returns 400 for other media types. */
const rosterType = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

/** Small enough for a call's size limit, even with Moodle's messages. */
const pageSize = 100;
const maxPages = 50;
const maxMembers = 5_000;
/** Reads no further pages after this time, because a person is waiting. */
const budgetMs = 12_000;

export interface RosterRequest {
  readonly client: Caller;
  readonly membershipsUrl: string;
  /** Lists only people who may open this link, if the LMS supports it. */
  readonly resourceLinkId: string | null;
  /** Asks for groups too (Course Groups Service 1.0), which needs its scope. */
  readonly withGroups: boolean;
}

export interface RosterMember {
  readonly userId: string;
  /** Null if the LMS withholds names. */
  readonly name: string | null;
  readonly role: LtiRole;
  /** Staff, and neither an assistant nor listed as a learner. */
  readonly seesAllGroups: boolean;
  /** Sorted; null if the LMS does not list groups. */
  readonly groupIds: readonly string[] | null;
}

export type RosterOutcome =
  | {
      readonly kind: 'read';
      /** Active members, without test users. */
      readonly members: readonly RosterMember[];
      /** False if there were too many pages, or pages at another origin. */
      readonly isComplete: boolean;
    }
  /** A retry may help. */
  | { readonly kind: 'unreachable'; readonly detail: string }
  | { readonly kind: 'not-authorized'; readonly detail: string }
  | { readonly kind: 'refused'; readonly detail: string };

export interface Roster {
  /** Never throws. */
  read(request: RosterRequest): Promise<RosterOutcome>;
}

export function createRoster(deps: ServiceDeps): Roster {
  return {
    async read(request) {
      const endsAt = deps.clock() + budgetMs;
      if (request.resourceLinkId !== null) {
        const ofLink = await readPages(deps, request, firstPage(request, request.resourceLinkId), endsAt);
        // `rlid` is optional: some LMSs refuse it, in others its messages make the page too large.
        if (ofLink.kind !== 'refused') return ofLink;
      }
      return readPages(deps, request, firstPage(request, null), endsAt);
    },
  };
}

function firstPage({ membershipsUrl, withGroups }: RosterRequest, resourceLinkId: string | null): string {
  const url = new URL(membershipsUrl);
  url.searchParams.set('limit', String(pageSize));
  if (resourceLinkId !== null) url.searchParams.set('rlid', resourceLinkId);
  if (withGroups) url.searchParams.set('groups', 'true');
  return url.href;
}

async function readPages(
  deps: ServiceDeps,
  request: RosterRequest,
  first: string,
  endsAt: number,
): Promise<RosterOutcome> {
  const found = new Map<string, Member>();
  const seen = new Set<string>();
  const read = (isComplete: boolean): RosterOutcome => ({
    kind: 'read',
    members: [...found.values()].flatMap((member) => toMember(member, request.withGroups)),
    isComplete,
  });
  for (let url = first; ;) {
    seen.add(url);
    const page = await readPage(deps, request, url);
    if (page.kind !== 'page') return page;
    for (const member of page.members) found.set(member.user_id, merge(found.get(member.user_id), member));
    const next = readNextLink(page.link, url);
    if (next === undefined) return read(true);
    // Follows no link to another origin, which would get the bearer token, and no loop.
    const isFollowed = new URL(next).origin === new URL(first).origin && !seen.has(next);
    const isEnough = seen.size >= maxPages || found.size >= maxMembers || deps.clock() >= endsAt;
    if (!isFollowed || isEnough) return read(false);
    url = next;
  }
}

interface Page {
  readonly kind: 'page';
  readonly members: readonly Member[];
  readonly link: string | null;
}

async function readPage(
  deps: ServiceDeps,
  { client, withGroups }: RosterRequest,
  url: string,
): Promise<Page | Exclude<RosterOutcome, { readonly kind: 'read' }>> {
  const answer = await callService(deps, {
    client,
    scope: withGroups ? `${groupsScope} ${rosterScope}` : rosterScope,
    url,
    headers: { accept: rosterType },
  });
  if ('kind' in answer) return { kind: faultOf[answer.kind], detail: answer.detail };
  const busy = readBusy(answer, deps.clock());
  if (busy !== undefined) return { kind: 'unreachable', detail: busy.detail };
  const detail = `status ${answer.status}`;
  if (answer.status === 403) return { kind: 'not-authorized', detail };
  if (!isSuccess(answer)) return { kind: 'refused', detail };
  const parsed = Container.safeParse(parseJson(answer.body));
  if (!parsed.success) return { kind: 'refused', detail: 'unreadable' };
  // An invalid member is skipped; the others count.
  const members = parsed.data.members.flatMap((member) => Member.safeParse(member).data ?? []);
  return { kind: 'page', members, link: answer.headers.get('link') };
}

const faultOf = { retry: 'unreachable', unauthorized: 'not-authorized', refused: 'refused' } as const;

const Container = z.object({ members: z.array(z.unknown()).max(10_000) });

const text = z.string().max(1000).optional().catch(undefined);
const Member = z.object({
  user_id: z.union([z.string().min(1).max(255), z.int().transform(String)]),
  roles: z
    .array(z.unknown())
    .max(200)
    .catch([])
    .transform((roles) => roles.filter((role) => typeof role === 'string' && role.length <= 500)),
  /** Absent means Active (NRPS 2.0 §2.2). */
  status: text,
  name: text,
  given_name: text,
  family_name: text,
  group_enrollments: firstOf(
    1000,
    z.looseObject({ group_id: z.union([z.string().max(255), z.int().transform(String)]) }),
  ).optional(),
});
interface Member extends Omit<z.infer<typeof Member>, 'roles'> {
  readonly roles: readonly unknown[];
}

/** Somebody listed twice, by section or role, has the roles of both. */
function merge(known: Member | undefined, member: Member): Member {
  if (known === undefined) return member;
  return {
    ...known,
    ...member,
    roles: [...known.roles, ...member.roles],
    group_enrollments: [...(known.group_enrollments ?? []), ...(member.group_enrollments ?? [])],
  };
}

function toMember(member: Member, withGroups: boolean): RosterMember[] {
  if (/^(?:inactive|deleted)$/i.test(member.status?.trim() ?? '')) return [];
  const roles = member.roles.filter((name) => typeof name === 'string');
  const { role, testUser } = readRoles(roles);
  if (testUser) return [];
  const groupIds = (member.group_enrollments ?? []).map(({ group_id: id }) => id);
  return [
    {
      userId: member.user_id,
      name: readName(member),
      role,
      seesAllGroups: role === 'staff' && readGroupReach(roles) !== 'own',
      groupIds: withGroups ? sortGroupIds(groupIds) : null,
    },
  ];
}

function readName({ name, given_name: given, family_name: family }: Member): string | null {
  const whole = [name, [given, family].filter(Boolean).join(' ')].map((part) => plainName(part ?? ''));
  return whole.find((part) => part !== '') ?? null;
}
