import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TokenOutcome } from '../../../../lti/engine/access-tokens.ts';
import { createGuardedFetch } from '../../../../lti/net/guarded-fetch.ts';
import { readNextLink } from '../../../../lti/net/next-link.ts';
import { createRoster } from '../../../../lti/services/roster.ts';
import type { Roster, RosterMember, RosterOutcome, RosterRequest } from '../../../../lti/services/roster.ts';

interface Answer {
  readonly status?: number;
  readonly members?: readonly unknown[];
  readonly body?: string;
  /** As bytes of UTF-8, `SELF` being the list's own address. */
  readonly link?: string;
}

let answer: (query: URLSearchParams) => Answer;
let seen: { readonly query: string; readonly headers: IncomingHttpHeaders }[];
let token: TokenOutcome;
let forgotten: number;
let now: number;
let url: string;
let roster: Roster;
let close: () => Promise<void>;

beforeEach(async () => {
  [seen, forgotten, now] = [[], 0, 1_000];
  token = { ok: true, token: 'the-token' };
  const server = createServer((request, response) => {
    const { searchParams, search } = new URL(request.url ?? '', 'http://127.0.0.1');
    seen.push({ query: search, headers: request.headers });
    const { status = 200, members, link, body = JSON.stringify({ id: 'x', members }) } = answer(searchParams);
    if (status === 0) return;
    if (link !== undefined) {
      const header = link.replaceAll('SELF', url);
      response.setHeader('link', Buffer.from(header, 'utf8').toString('latin1'));
    }
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/members`;
  close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  roster = createRoster({
    accessTokens: {
      get: () => Promise.resolve(token),
      forget: () => {
        forgotten += 1;
        return Promise.resolve();
      },
    },
    guardedFetch: createGuardedFetch({ allowInsecureLoopback: true, timeoutMs: 300 }),
    clock: () => now,
  });
});
afterEach(() => close());

function read(change: Partial<RosterRequest> = {}): Promise<RosterOutcome> {
  const client = { issuer: 'https://lms.example', clientId: 'c' };
  return roster.read({ client, membershipsUrl: url, resourceLinkId: null, withGroups: false, ...change });
}

async function readMembers(...members: readonly unknown[]): Promise<readonly RosterMember[]> {
  answer = () => ({ members });
  const outcome = await read();
  if (outcome.kind !== 'read') throw new Error(outcome.detail);
  return outcome.members;
}

const learner = (id: number): unknown => ({ user_id: String(id), roles: ['Learner'], name: `P${id}` });

describe('a roster', () => {
  it('is requested with its media type, its scope’s token and the address’s own query', async () => {
    answer = () => ({ members: [] });
    await read({ membershipsUrl: `${url}?type_id=1`, resourceLinkId: '17' });
    expect(seen[0]?.query).toBe('?type_id=1&limit=100&rlid=17');
    expect(seen[0]?.headers).toMatchObject({
      accept: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
      authorization: 'Bearer the-token',
    });
  });

  it.each([
    'Learner',
    'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner',
    'urn:lti:role:ims/lis/Learner',
  ])('counts %s as a learner', async (role) => {
    expect(await readMembers({ user_id: '4', roles: [role], name: 'Ada' })).toEqual([
      { userId: '4', name: 'Ada', role: 'learner', seesAllGroups: false, groupIds: null },
    ]);
  });

  it('distinguishes staff from people without a role', async () => {
    const found = await readMembers(
      { user_id: '1', roles: ['Instructor'] },
      { user_id: '2', roles: [] },
      { user_id: '3', roles: 'Learner' },
    );
    expect(found.map(({ role }) => role)).toEqual(['staff', 'none', 'none']);
  });

  it('counts a missing or unknown status as active, and skips inactive members', async () => {
    const statuses = [undefined, 'Active', 'Pending', 'Inactive', 'deleted', 7];
    const found = await readMembers(
      ...statuses.map((status, index) => ({ user_id: String(index), roles: ['Learner'], status })),
    );
    expect(found.map(({ userId }) => userId)).toEqual(['0', '1', '2', '5']);
  });

  it('skips the LMS’s test person', async () => {
    const test = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';
    expect(await readMembers({ user_id: '9', roles: ['Learner', test] })).toEqual([]);
  });

  it('makes a name of the parts that exist, and has no name if there are none', async () => {
    const found = await readMembers(
      { user_id: '1', roles: [], name: ' Ada Ångström ', given_name: 'X' },
      { user_id: '2', roles: [], given_name: 'Bo', family_name: 'Bengtsson' },
      { user_id: '3', roles: [], family_name: 'Çelik', name: '   ' },
      { user_id: '4', roles: [], name: 17, email: 'ada@example.com' },
      { user_id: '5', roles: [], name: `a\u0000b\u202Ec${'d'.repeat(500)}` },
      { user_id: '6', roles: [], name: '\u200B\u2067', given_name: 'Ad\u200Ba' },
    );
    expect(found.slice(0, 4).map(({ name }) => name)).toEqual([
      'Ada Ångström',
      'Bo Bengtsson',
      'Çelik',
      null,
    ]);
    expect(found[4]?.name).toBe(`a bc${'d'.repeat(196)}`);
    expect(found[5]?.name).toBe('Ada');
    expect(JSON.stringify(found)).not.toContain('example.com');
  });

  it('accepts numbers as ids, and skips a member without an id', async () => {
    const found = await readMembers(
      { user_id: 4, roles: ['Learner'] },
      { roles: ['Learner'] },
      { user_id: '', roles: [] },
      { user_id: 'x'.repeat(256), roles: [] },
      null,
      'member',
    );
    expect(found.map(({ userId }) => userId)).toEqual(['4']);
  });

  it('merges the roles of a member who is listed twice', async () => {
    const found = await readMembers(
      { user_id: '4', roles: ['Learner'], name: 'Ada' },
      { user_id: '4', roles: ['Instructor'] },
    );
    expect(found).toMatchObject([{ userId: '4', name: 'Ada', role: 'staff' }]);
  });

  it('names instructors, and no assistants, as staff who see all groups', async () => {
    const assistant = 'http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant';
    const found = await readMembers(
      { user_id: '1', roles: ['Instructor'] },
      { user_id: '2', roles: ['Instructor', assistant] },
      { user_id: '3', roles: ['Learner'] },
    );
    expect(found.map(({ seesAllGroups }) => seesAllGroups)).toEqual([true, false, false]);
  });

  it('gives groups only if asked, sorted and without faulty ones', async () => {
    const inGroups = (...ids: unknown[]): unknown[] => ids.map((id) => ({ group_id: id }));
    answer = () => ({
      members: [
        { user_id: '1', roles: ['Learner'], group_enrollments: inGroups('b', 12, 'a') },
        { user_id: '1', roles: ['Learner'], group_enrollments: inGroups('c', 'a') },
        { user_id: '2', roles: ['Learner'] },
        { user_id: '3', roles: ['Learner'], group_enrollments: [{ id: 'a' }] },
        { user_id: '4', roles: ['Learner'], group_enrollments: 'a' },
      ],
    });
    const groupsWith = async (withGroups: boolean): Promise<unknown> => {
      const outcome = await read({ withGroups });
      return outcome.kind === 'read' ? outcome.members.map(({ groupIds }) => groupIds) : outcome;
    };
    expect(await groupsWith(true)).toEqual([['12', 'a', 'b', 'c'], [], [], []]);
    expect(await groupsWith(false)).toEqual([null, null, null, null]);
    expect(seen.map(({ query }) => query)).toEqual(['?limit=100&groups=true', '?limit=100']);
  });
});

describe('the pages of a roster', () => {
  it.each([
    ['a proper link', '<SELF?limit=2&from=2&rlid=1>; rel="next"'],
    ['Moodle’s broken link', '<SELF?limit=2&amp;from=2&amp;rlid=1>; rel=“next”'],
    ['a relative link', '</members?limit=2&from=2&rlid=1>; rel=next'],
    ['one link among several', '<SELF?d=1>; rel="differences", <SELF?limit=2&from=2&rlid=1>; rel="next"'],
  ])('are followed by %s', async (_what, link) => {
    answer = (query) =>
      query.get('from') === '2' ? { members: [learner(3)] } : { members: [learner(1)], link };
    const outcome = await read({ resourceLinkId: '1' });
    expect(outcome).toMatchObject({
      kind: 'read',
      isComplete: true,
      members: [{ name: 'P1' }, { name: 'P3' }],
    });
    expect(seen[1]?.query).toBe('?limit=2&from=2&rlid=1');
  });

  it.each([
    ['another host', '<http://elsewhere.example/members?from=2>; rel="next"'],
    ['another port', '<http://127.0.0.1:1/members>; rel="next"'],
    ['another scheme', '<https://127.0.0.1/members>; rel="next"'],
    ['the page itself', '<SELF?limit=100>; rel="next"'],
  ])('are not followed to %s, and the list is marked incomplete', async (_what, link) => {
    answer = () => ({ members: [learner(1)], link });
    expect(await read()).toMatchObject({ kind: 'read', isComplete: false, members: [{ name: 'P1' }] });
    expect(seen).toHaveLength(1);
  });

  it('stop after fifty, whatever the list says', async () => {
    answer = (query) => {
      const from = Number(query.get('from') ?? 0);
      return { members: [learner(from)], link: `<SELF?from=${from + 1}>; rel="next"` };
    };
    const outcome = await read();
    expect(outcome).toMatchObject({ kind: 'read', isComplete: false });
    expect(seen).toHaveLength(50);
  });

  it('stop when the person has waited long enough', async () => {
    answer = (query) => {
      now += 7_000;
      return { members: [], link: `<SELF?from=${Number(query.get('from') ?? 0) + 1}>; rel="next"` };
    };
    expect(await read()).toMatchObject({ kind: 'read', isComplete: false });
    expect(seen).toHaveLength(2);
  });

  it('are requested again without the activity if the LMS does not know `rlid`', async () => {
    answer = (query) => (query.has('rlid') ? { status: 400 } : { members: [learner(1)] });
    expect(await read({ resourceLinkId: '1' })).toMatchObject({ kind: 'read', isComplete: true });
    expect(seen.map(({ query }) => query)).toEqual(['?limit=100&rlid=1', '?limit=100']);
  });
});

describe('a roster request that failed', () => {
  it.each([
    ['unreachable', { status: 503 }, 1],
    ['unreachable', { status: 429 }, 1],
    ['unreachable', { status: 0 }, 1],
    ['not-authorized', { status: 403 }, 1],
    ['not-authorized', { status: 401 }, 2],
    ['refused', { status: 404 }, 1],
    ['refused', { status: 302 }, 1],
    ['refused', { body: '<html>' }, 1],
    ['refused', { body: '{"members":{}}' }, 1],
    ['refused', { body: ' '.repeat(300_000) }, 1],
  ] as const)('is %s after %j', async (kind, given, calls) => {
    answer = () => given;
    expect(await read()).toMatchObject({ kind });
    expect(seen).toHaveLength(calls);
  });

  it('is repeated once with a new token if the token was revoked', async () => {
    answer = () => (forgotten === 0 ? { status: 401 } : { members: [learner(1)] });
    expect(await read()).toMatchObject({ kind: 'read' });
    expect(forgotten).toBe(1);
  });

  it.each([
    ['refused', 'not-authorized'],
    ['unregistered', 'not-authorized'],
    ['unreachable', 'unreachable'],
  ] as const)('with a token that is %s is %s, and nothing is sent', async (reason, kind) => {
    token = { ok: false, reason };
    expect(await read()).toMatchObject({ kind });
    expect(seen).toEqual([]);
  });

  it('is not sent to an address that is not allowed', async () => {
    expect(await read({ membershipsUrl: 'http://lms.example/members' })).toMatchObject({ kind: 'refused' });
  });
});

describe('a Link header', () => {
  it.each([
    [null, undefined],
    ['', undefined],
    ['<https://a.example/x>; rel="prev"', undefined],
    ['<https://a.example/x>; rel="nextone"', undefined],
    ['<https://a.example/x>; title="next"', undefined],
    ['<http://[>; rel="next"', undefined],
    ['<https://a.example/x>; REL=NEXT', 'https://a.example/x'],
    ['< https://a.example/x?a=1&amp;b=2 >; rel="next"', 'https://a.example/x?a=1&b=2'],
  ])('%s names %s', (header, expected) => {
    expect(readNextLink(header, 'https://a.example/list')).toBe(expected);
  });
});
