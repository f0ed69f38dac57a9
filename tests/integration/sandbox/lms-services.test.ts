import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningLms } from '../../../sandbox/lms/lms-options.ts';
import { startLms } from '../../../sandbox/lms/start-lms.ts';
import { createSchoolFile } from './school-file.ts';
import type { SchoolFile } from './school-file.ts';
import { AGS, createTestClock, NRPS, startTinyTool } from './tiny-tool.ts';
import type { TinyTool } from './tiny-tool.ts';

const SCORE = 'application/vnd.ims.lis.v1.score+json';
const ITEM = 'application/vnd.ims.lis.v2.lineitem+json';
const ITEMS = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
const RESULTS = 'application/vnd.ims.lis.v2.resultcontainer+json';
const ROSTER = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

let lms: RunningLms;
let tool: TinyTool;
let clock: ReturnType<typeof createTestClock>;
let token: string;
let services: string;

let school: SchoolFile;

beforeAll(async () => {
  school = await createSchoolFile();
});

afterAll(() => {
  school.remove();
});

beforeEach(async () => {
  clock = createTestClock();
  lms = await startLms({ host: '127.0.0.1', port: 0, clock: clock.now, dataFile: school.renew() });
  tool = await startTinyTool(lms);
  token = await tool.getToken();
  services = `${lms.serviceUrl}/mod/lti/services.php`;
});

afterEach(async () => {
  await lms.close();
  await tool.stop();
});

const itemUrl = (rest = ''): string => `${services}/2/lineitems/2/lineitem${rest}?type_id=1`;

function score(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    userId: '4',
    scoreGiven: 73.5,
    scoreMaximum: 100,
    comment: 'Fait & <b>vu</b>.\nDeux lignes',
    timestamp: clock.now().toISOString(),
    activityProgress: 'Completed',
    gradingProgress: 'FullyGraded',
    ...change,
  };
}

async function post(change: Readonly<Record<string, unknown>> = {}): ReturnType<TinyTool['call']> {
  return tool.call('POST', itemUrl('/scores'), { token, type: SCORE, body: score(change) });
}

/** Posts two seconds later, so that only the rule under test matters. */
async function postLater(change: Readonly<Record<string, unknown>> = {}): ReturnType<TinyTool['call']> {
  clock.advance(2000);
  return post(change);
}

function gradeOf(userId: number): number | null | undefined {
  return lms.gradebook().find((entry) => entry.userId === userId && entry.itemId === 2)?.points;
}

describe('the token endpoint', () => {
  it('returns JSON with an HTML content type, valid for an hour, with the known scopes', async () => {
    const answer = await tool.requestToken({ scope: `${AGS}/score openid ${NRPS}` });
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(JSON.parse(await answer.text())).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      scope: `${AGS}/score ${NRPS}`,
    });
  });

  it('refuses when no scope is left', async () => {
    const answer = await tool.requestToken({ scope: 'openid' });
    expect(answer.status).toBe(400);
    expect(JSON.parse(await answer.text())).toEqual({ error: 'invalid_scope' });
  });

  const nowS = Date.parse('2026-11-25T12:00:00Z') / 1000;
  it.each([
    ['another subject', { claims: { sub: 'someone' } }],
    ['an expired assertion', { claims: { exp: nowS - 1 } }],
    ['an assertion from the future', { claims: { iat: nowS + 1 } }],
    ['another audience', { claims: { aud: 'http://elsewhere.example/token' } }],
    ['an unknown key', { header: { kid: 'tool-9' } }],
    ['another grant', { form: { grant_type: 'password' } }],
    ['something that is no token', { form: { client_assertion: 'abc' } }],
  ])('refuses %s', async (_what, change) => {
    expect((await tool.requestToken(change)).status).toBe(400);
  });

  it('fetches the tool’s keys once, and again when a signature does not match', async () => {
    expect(tool.fetches.keySet).toBe(1);
    await tool.getToken();
    expect(tool.fetches.keySet).toBe(1);
    await tool.rotate('tool-2');
    await tool.getToken();
    expect(tool.fetches.keySet).toBe(2);
  });

  it('uses the cached keys while the key set is unavailable', async () => {
    await tool.stop();
    expect((await tool.requestToken()).status).toBe(200);
  });

  it('returns a page when the key set was never available', async () => {
    const fresh = await startLms({ host: '127.0.0.1', port: 0, clock: clock.now });
    const other = await startTinyTool(fresh);
    await other.stop();
    const answer = await other.requestToken();
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('data-error="key_set"');
    await fresh.close();
  });

  it('rejects a token after its hour', async () => {
    clock.advance(3_600_000);
    expect((await tool.call('GET', itemUrl(), { token, accept: ITEM })).status).toBe(401);
  });
});

describe('a score', () => {
  it('is stored, returns 200 without a body, and is then a result', async () => {
    const answer = await post();
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(answer.headers.get('content-type')).toContain(SCORE);
    const results = await tool.call('GET', `${itemUrl('/results')}&user_id=4`, { token, accept: RESULTS });
    expect(results.json).toEqual([
      {
        id: `${itemUrl('/results')}&user_id=4`,
        userId: '4',
        resultScore: 73.5,
        resultMaximum: 100,
        comment: 'Fait & <b>vu</b>.\nDeux lignes',
        scoreOf: itemUrl(),
        timestamp: '2026-11-25T12:00:00+00:00',
      },
    ]);
  });

  it('gets 409 within a second of the last one, however new its stamp, and succeeds a second later', async () => {
    await post();
    clock.advance(500);
    expect((await post({ scoreGiven: 80 })).status).toBe(409);
    expect((await post()).status).toBe(409);
    clock.advance(500);
    expect((await post({ scoreGiven: 80 })).status).toBe(200);
    expect(gradeOf(4)).toBe(80);
  });

  it('stamped before the last receipt gets 409, but a stamp from the future blocks nothing', async () => {
    const queued = clock.now().toISOString();
    clock.advance(1000);
    await post({ timestamp: '2027-01-01T00:00:00Z' });
    expect((await postLater({ timestamp: queued })).status).toBe(409);
    expect((await postLater({ scoreGiven: 10 })).status).toBe(200);
  });

  it.each(['Pending', 'PendingManual', 'Failed', 'NotReady', 'Whatever'])(
    'with %s clears the grade and keeps its comment',
    async (gradingProgress) => {
      await post();
      expect((await postLater({ gradingProgress, comment: 'en cours' })).status).toBe(200);
      expect(lms.gradebook()[0]).toMatchObject({ points: null, comment: 'en cours' });
    },
  );

  it('without points clears the grade, and without comment its time too', async () => {
    await post();
    clock.advance(2000);
    await post({ scoreGiven: undefined, comment: undefined });
    expect(gradeOf(4)).toBeNull();
    expect((await post({ timestamp: '2020-01-01T00:00:00Z' })).status).toBe(200);
    expect(gradeOf(4)).toBe(73.5);
  });

  it('replaces the comment, and clears it when it has none', async () => {
    await post();
    await postLater({ comment: undefined });
    expect(lms.gradebook()[0]?.comment).toBe('');
  });

  it.each([
    [7, 10, 70],
    [120, 100, 100],
    [-5, 100, 0],
    ['7', '10', 70],
    [1, 3, 33.33333],
    [55, 0, 55],
    [0, 100, 0],
  ])('of %s out of %s becomes %s of 100', async (scoreGiven, scoreMaximum, points) => {
    expect((await post({ scoreGiven, scoreMaximum })).status).toBe(200);
    expect(gradeOf(4)).toBe(points);
  });

  it.each([
    ['a stranger', { userId: '99' }],
    ['the teacher', { userId: '3' }],
    ['the administrator', { userId: '2' }],
    ['no user', { userId: undefined }],
    ['points without maximum', { scoreMaximum: undefined }],
    ['a decimal comma', { scoreGiven: '7,5' }],
    ['a Unix time', { timestamp: 1_795_560_000 }],
    ['no time', { timestamp: undefined }],
    ['no progress', { gradingProgress: undefined }],
  ])('for %s is refused with [] and the reason in the status line', async (_what, change) => {
    const answer = await post(change);
    expect([answer.status, answer.text]).toEqual([400, '[]']);
    expect(answer.reason).toContain('Incorrect score received {');
    expect(lms.gradebook()).toEqual([]);
  });

  it('accepts a numeric user id, and fails for letters as Moodle does', async () => {
    expect((await post({ userId: 5 })).status).toBe(200);
    expect((await post({ userId: 'student2' })).status).toBe(502);
  });

  it.each(['application/json', 'text/plain', SCORE.toUpperCase()])(
    'sent as %s is not found',
    async (type) => {
      const answer = await tool.call('POST', itemUrl('/scores'), { token, type, body: score() });
      expect(answer.status).toBe(400);
      expect(answer.json).toMatchObject({ status: 400 });
      expect(answer.text).toContain('No handler');
    },
  );

  it('may declare its charset', async () => {
    const type = `${SCORE}; charset=utf-8`;
    expect((await tool.call('POST', itemUrl('/scores'), { token, type, body: score() })).status).toBe(200);
  });

  it('posted after the query is not found; type_id may be omitted but not wrong', async () => {
    const base = `${services}/2/lineitems/2/lineitem`;
    const send = async (url: string): Promise<number> =>
      (await tool.call('POST', url, { token, type: SCORE, body: score() })).status;
    expect(await send(`${base}?type_id=1/scores`)).toBe(400);
    expect(await send(`${base}/scores?type_id=2`)).toBe(401);
    expect(await send(`${base}/scores`)).toBe(200);
  });

  it('requires its scope, an existing item, and POST', async () => {
    const weak = await tool.getToken(`${AGS}/result.readonly`);
    const url = itemUrl('/scores');
    expect((await tool.call('POST', url, { token: weak, type: SCORE, body: score() })).status).toBe(401);
    expect(
      (
        await tool.call('POST', url.replace('/2/lineitem/', '/9/lineitem/'), {
          token,
          type: SCORE,
          body: score(),
        })
      ).status,
    ).toBe(404);
    expect((await tool.call('GET', url, { token })).status).toBe(405);
  });

  it('does not change a teacher’s own grade, and gets 500 if the grade is locked', async () => {
    await lms.control({
      command: 'overrideGrade',
      itemId: 2,
      userId: 4,
      override: { points: 60, comment: 'À revoir' },
    });
    expect((await post()).status).toBe(200);
    expect(lms.gradebook()[0]).toMatchObject({ points: 60, comment: 'À revoir', overridden: true });
    await lms.control({ command: 'lockGrade', itemId: 2, userId: 4, locked: true });
    const answer = await postLater();
    expect([answer.status, answer.text]).toEqual([500, '[]']);
  });
});

describe('results', () => {
  it('omit people without a grade, and refuse paging with an HTML page', async () => {
    await post({ userId: '5', scoreGiven: 0 });
    const all = await tool.call('GET', itemUrl('/results'), { token, accept: RESULTS });
    expect(all.json).toMatchObject([{ userId: '5', resultScore: 0 }]);
    expect(
      (await tool.call('GET', `${itemUrl('/results')}&limit=1`, { token, accept: RESULTS })).status,
    ).toBe(404);
  });
});

describe('line items', () => {
  it('accept exact media types only', async () => {
    const list = `${services}/2/lineitems?type_id=1`;
    const status = async (url: string, accept: string): Promise<number> =>
      (await tool.call('GET', url, { token, accept })).status;
    expect(await status(list, ITEMS)).toBe(200);
    expect(await status(list, '*/*')).toBe(400);
    expect(await status(list, 'application/json')).toBe(400);
    expect(await status(itemUrl(), '*/*')).toBe(200);
    expect(await status(itemUrl(), 'application/json')).toBe(400);
    expect(await status(itemUrl(), `${ITEM}, application/json`)).toBe(400);
  });

  it('begin with the activity’s own and can be filtered by link, resource and tag', async () => {
    const create = { label: 'Chapitre 3', scoreMaximum: 10, resourceId: 'ch3', tag: 'quiz' };
    const created = await tool.call('POST', `${services}/2/lineitems?type_id=1`, {
      token,
      type: ITEM,
      body: create,
    });
    expect(created.status).toBe(201);
    expect(created.json).toMatchObject({ ...create, id: `${services}/2/lineitems/10/lineitem?type_id=1` });
    const list = async (query: string): Promise<unknown> =>
      (await tool.call('GET', `${services}/2/lineitems?type_id=1${query}`, { token, accept: ITEMS })).json;
    expect(await list('&resource_link_id=1')).toMatchObject([
      { resourceLinkId: '1', ltiLinkId: '1', scoreMaximum: 100 },
    ]);
    expect(await list('&tag=quiz')).toMatchObject([{ label: 'Chapitre 3' }]);
    expect(await list('&resource_id=none')).toEqual([]);
    expect(await list('')).toHaveLength(2);
  });

  it('lose the lineitem claim when there is a second one for the same link', async () => {
    const body = { label: 'Encore', scoreMaximum: 10, resourceLinkId: '1' };
    await tool.call('POST', `${services}/2/lineitems?type_id=1`, { token, type: ITEM, body });
    const claims = await tool.launch(4);
    const endpoint = claims['https://purl.imsglobal.org/spec/lti-ags/claim/endpoint'];
    expect(endpoint).toHaveProperty('lineitems');
    expect(endpoint).not.toHaveProperty('lineitem');
  });

  it('refuse a link of another tool and a malformed body', async () => {
    const url = `${services}/2/lineitems?type_id=1`;
    const foreign = { label: 'x', scoreMaximum: 1, resourceLinkId: '77' };
    expect((await tool.call('POST', url, { token, type: ITEM, body: foreign })).status).toBe(403);
    expect((await tool.call('POST', url, { token, type: ITEM, body: '{' })).status).toBe(400);
  });

  it('are renamed by PUT, which rescales the grades and clears what is omitted', async () => {
    await post({ scoreGiven: 50 });
    const body = { label: 'Nouveau nom', scoreMaximum: 10 };
    expect((await tool.call('PUT', itemUrl(), { token, type: ITEM, body })).status).toBe(200);
    expect(lms.gradebook()[0]).toMatchObject({ itemLabel: 'Nouveau nom', points: 5, maximum: 10 });
  });

  it('are deleted with grades and claim by DELETE, even the activity’s own', async () => {
    await post();
    expect((await tool.call('DELETE', itemUrl(), { token })).status).toBe(204);
    expect(lms.gradebook()).toEqual([]);
    const endpoint = (await tool.launch(4))['https://purl.imsglobal.org/spec/lti-ags/claim/endpoint'];
    expect(endpoint).not.toHaveProperty('lineitem');
  });

  it('created by the tool compare the time stamps of scores', async () => {
    const body = { label: 'À part', scoreMaximum: 10 };
    await tool.call('POST', `${services}/2/lineitems?type_id=1`, { token, type: ITEM, body });
    const url = `${services}/2/lineitems/10/lineitem/scores?type_id=1`;
    const send = async (timestamp: string): Promise<number> =>
      (await tool.call('POST', url, { token, type: SCORE, body: score({ timestamp }) })).status;
    expect(await send('2026-01-01T00:00:05Z')).toBe(200);
    expect(await send('2026-01-01T00:00:05Z')).toBe(409);
    expect(await send('2026-01-01T00:00:06Z')).toBe(200);
  });
});

describe('the roster', () => {
  const members = (): string => `${services}/CourseSection/2/bindings/1/memberships`;
  const read = (query: string, accept = ROSTER): ReturnType<TinyTool['call']> =>
    tool.call('GET', `${members()}${query}`, { token, accept });

  it('lists everyone with short roles', async () => {
    const { json } = await read('');
    expect(json).toMatchObject({ id: members(), context: { id: '2', label: 'NUM-101' } });
    expect(json).toHaveProperty('members.length', 6);
    expect(json).toHaveProperty('members.0', {
      status: 'Active',
      roles: ['Learner'],
      user_id: '4',
      lis_person_sourcedid: 'fiche-1004',
      name: 'Fatou Diallo',
      given_name: 'Fatou',
      family_name: 'Diallo',
      email: 'fdiallo@bouleaux.example',
      ext_user_username: 'fdiallo',
    });
  });

  it('filters by role in both spellings', async () => {
    expect((await read('?role=Instructor')).json).toHaveProperty('members.length', 1);
    const iri = encodeURIComponent('http://purl.imsglobal.org/vocab/lis/v2/membership#Learner');
    expect((await read(`?role=${iri}`)).json).toHaveProperty('members.length', 5);
  });

  it('has pages that keep the link, and adds its message', async () => {
    const first = await read('?rlid=1&limit=4');
    expect(first.json).toHaveProperty('members.length', 4);
    expect(first.text).toContain('lis_result_sourcedid');
    const link = first.headers.get('link') ?? '';
    expect(link).toBe(`<${members()}?limit=4&from=4&rlid=1>; rel="next"`);
    const rest = await read('?limit=4&from=4&rlid=1');
    expect(rest.json).toHaveProperty('members.length', 2);
    expect(rest.headers.get('link')).toBeNull();
  });

  it('requires its media type and scope', async () => {
    expect((await read('', 'application/json')).status).toBe(400);
    token = await tool.getToken(`${AGS}/score`);
    expect((await read('')).status).toBe(401);
  });

  it('omits names when the administrator shares none', async () => {
    const keySetUrl = `${tool.origin}/keys`;
    lms.setTool({
      clientId: 'c',
      deploymentId: '1',
      loginUrl: tool.origin,
      redirectUris: [],
      targetLinkUri: tool.origin,
      keySetUrl,
      shareNames: false,
    });
    expect((await read('')).text).not.toContain('Fatou');
  });

  it('behaves like other LMSs on request, and like Moodle when faults are cleared', async () => {
    await lms.control({
      command: 'setRoster',
      ways: {
        names: false,
        pageSize: 4,
        nextLink: 'broken' as const,
        rlid: false,
        inactive: [5],
        testPerson: true,
        extraLearners: 3,
      },
    });
    const first = await read('?from=0');
    expect(first.text).not.toContain('Fatou');
    expect(first.text).toContain('"Inactive"');
    const link = Buffer.from(first.headers.get('link') ?? '', 'latin1').toString('utf8');
    expect(link).toBe(`<${members()}?limit=4&amp;from=4>; rel=“next”`);
    expect((await read('?from=8')).text).toContain('#TestUser');
    expect((await read('?rlid=1')).status).toBe(400);
    await lms.control({ command: 'clearFaults' });
    expect((await read('?rlid=1')).json).toHaveProperty('members.length', 6);
  });

  it.each([
    ['foreign', 'http://elsewhere.example/members?limit=2&from=2'],
    ['loop', 'SELF?limit=2&from=0'],
  ] as const)('can link to a %s page', async (nextLink, address) => {
    await lms.control({ command: 'setRoster', ways: { nextLink } });
    const link = (await read('?limit=2')).headers.get('link');
    expect(link).toBe(`<${address.replace('SELF', members())}>; rel="next"`);
  });
});

describe('injected faults', () => {
  it('affect the next responses of one service only', async () => {
    await lms.control({
      command: 'failNext',
      count: 1,
      status: 429,
      service: 'scores',
      retryAfterSeconds: 7,
    });
    expect((await tool.call('GET', itemUrl(), { token, accept: ITEM })).status).toBe(200);
    const refused = await post();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
    expect(lms.gradebook()).toEqual([]);
    expect((await post()).status).toBe(200);
  });

  it('can cut the connection after the score is stored, and the log shows it', async () => {
    await lms.control({ command: 'cutAfterScore', count: 1 });
    await expect(post()).rejects.toThrow();
    expect(gradeOf(4)).toBe(73.5);
    await expect.poll(() => lms.serviceCalls().at(-1)).toMatchObject({ method: 'POST', status: 0 });
  });

  it('can make the services unavailable while pages work', async () => {
    await lms.control({ command: 'setDown', down: true });
    await expect(post()).rejects.toThrow();
    expect((await fetch(lms.publicUrl)).status).toBe(200);
    await lms.control({ command: 'clearFaults' });
    expect((await post()).status).toBe(200);
  });

  it('can be set over HTTP too, as JSON only', async () => {
    const url = `${lms.serviceUrl}/sandbox/control`;
    const send = (type: string, body: unknown): Promise<Response> =>
      fetch(url, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) });
    expect((await send('application/json', { command: 'revokeTokens' })).status).toBe(204);
    expect((await post()).status).toBe(401);
    expect((await send('text/plain', { command: 'revokeTokens' })).status).toBe(400);
    expect((await send('application/json', { command: 'explode' })).status).toBe(400);
  });
});
