import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningStore, startStore } from '../../../sandbox/store/start-store.ts';
import { idsOf, key, request, sample, secret, uuid, voiding } from './store-samples.ts';

let store: RunningStore;

beforeEach(async () => {
  store = await startStore({ host: '127.0.0.1', port: 0, key, secret, maxBodyBytes: 20_000 });
});

afterEach(async () => {
  await store.close();
});

const send = (...body: readonly unknown[]): Promise<Response> => request(store, 'statements', { body });

describe('the about resource', () => {
  it('names both versions without credentials or version header', async () => {
    const response = await request(store, 'about', {
      headers: { Authorization: '', 'X-Experience-API-Version': '' },
    });
    expect(await response.json()).toEqual({ version: ['1.0.3', '2.0.0'] });
  });
});

describe('permission to write', () => {
  it.each(['', 'Basic eDp5', 'Bearer x'])('is refused with the credentials %j', async (authorization) => {
    const response = await request(store, 'statements', {
      body: [sample(1)],
      headers: { Authorization: authorization },
    });
    expect(response.status).toBe(401);
    expect(store.statements()).toEqual([]);
  });

  it.each(['', '0.9', '3.0.0'])('is refused with the version %j', async (version) => {
    const response = await request(store, 'statements', { headers: { 'X-Experience-API-Version': version } });
    expect(response.status).toBe(400);
  });

  it.each([
    ['1.0.3', '1.0.3', '1.0.0'],
    ['2.0.0', '2.0.0', '2.0.0'],
  ])('is given for version %s, in which the response is', async (asked, answered, own) => {
    const response = await request(store, 'statements', {
      body: [sample(1)],
      headers: { 'X-Experience-API-Version': asked },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('X-Experience-API-Version')).toBe(answered);
    expect(store.statements()[0]).toMatchObject({ version: own });
  });
});

describe('writing statements', () => {
  it('returns the ids of a batch in order and sets stored, authority and version', async () => {
    const response = await send(sample(2), sample(1));
    expect(await response.json()).toEqual([uuid(2), uuid(1)]);
    expect(response.headers.get('X-Experience-API-Consistent-Through')).toMatch(/Z$/);
    expect(store.statements()).toHaveLength(2);
    expect(store.statements()[0]).toMatchObject({ authority: { account: { name: key } }, version: '1.0.0' });
    expect(store.statements()[0]?.stored).toEqual(expect.stringMatching(/Z$/));
  });

  it('accepts a single statement and one without an id', async () => {
    const without = Object.fromEntries(Object.entries(sample(1)).filter(([name]) => name !== 'id'));
    const response = await request(store, 'statements', { body: without });
    expect(await response.json()).toEqual([store.statements()[0]?.id]);
  });

  it('accepts an empty batch', async () => {
    expect(await (await send()).json()).toEqual([]);
  });

  it('accepts the same statement again without storing it twice, in any order of keys', async () => {
    await send(sample(1));
    const turned = Object.fromEntries(Object.entries(sample(1)).reverse());
    const response = await send(turned, sample(2));
    expect(response.status).toBe(200);
    expect(store.statements()).toHaveLength(2);
  });

  it.each([
    ['label', { verb: { id: 'https://example.org/verbs/opened', display: { fr: 'ouvrit', en: 'opened' } } }],
    ['time', { timestamp: '2026-11-24T15:04:05.679Z' }],
    ['case of a text', { actor: { account: { homePage: 'https://example.org/s', name: 'P1' } } }],
  ])('returns 409 for a changed %s and stores nothing of the batch', async (_what, change) => {
    await send(sample(1));
    const response = await send(sample(2), sample(1, change));
    expect(response.status).toBe(409);
    expect(store.statements()).toHaveLength(1);
  });

  it('returns 400 for an id twice in one batch', async () => {
    expect((await send(sample(1), sample(1))).status).toBe(400);
    expect(store.statements()).toEqual([]);
  });

  it('returns 400 for one invalid statement and stores nothing of the batch', async () => {
    const response = await send(sample(1), { ...sample(2), points: 3 });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('points');
    expect(store.statements()).toEqual([]);
  });

  it.each([
    ['{"__proto__":{}}'],
    ['{"constructor":1}'],
    [
      '{"object":{"id":"a:b","definition":{"interactionType":"constructor"}},"actor":{"mbox":"mailto:a@b"},"verb":{"id":"a:b"}}',
    ],
    ['no json'],
    ['{'],
    ['"text"'],
    ['[null]'],
    ['4'],
  ])('returns 400 for the body %s', async (rawBody) => {
    expect((await request(store, 'statements', { rawBody })).status).toBe(400);
  });

  it('returns 400 for another content type and for a parameter', async () => {
    const headers = { 'Content-Type': 'text/plain' };
    expect((await request(store, 'statements', { body: [sample(1)], headers })).status).toBe(400);
    expect((await request(store, 'statements?x=1', { body: [sample(1)] })).status).toBe(400);
  });

  it('returns 413 over its limit', async () => {
    const large = sample(1, { context: { platform: 'x'.repeat(21_000) } });
    expect((await send(large)).status).toBe(413);
  });

  it('accepts context agents with version 2.0 alone', async () => {
    const agent = { account: { homePage: 'https://example.org/s', name: 'p2' } };
    const body = [sample(1, { context: { contextAgents: [{ objectType: 'contextAgent', agent }] } })];
    expect((await request(store, 'statements', { body })).status).toBe(400);
    const headers = { 'X-Experience-API-Version': '2.0.0' };
    expect((await request(store, 'statements', { body, headers })).status).toBe(200);
  });

  it('stores one statement with the id of the parameter', async () => {
    const put = (path: string, body: unknown): Promise<Response> =>
      request(store, path, { method: 'PUT', body });
    expect((await put(`statements?statementId=${uuid(1)}`, sample(1))).status).toBe(204);
    expect((await put(`statements?statementId=${uuid(1)}`, sample(2))).status).toBe(400);
    expect((await put('statements', sample(2))).status).toBe(400);
    expect((await request(store, 'statements', { method: 'DELETE' })).status).toBe(405);
  });

  it('never lets the stored time decrease', async () => {
    let now = Date.UTC(2026, 10, 24);
    const own = await startStore({ host: '127.0.0.1', port: 0, key, secret, clock: () => (now -= 1_000) });
    await request(own, 'statements', { body: [sample(1)] });
    await request(own, 'statements', { body: [sample(2)] });
    const times = own.statements().map((statement) => String(statement.stored));
    expect(times).toEqual([...new Set(times)].sort());
    await own.close();
  });
});

describe('voiding', () => {
  it('hides the statement from lists and shows it by voidedStatementId', async () => {
    await send(sample(1), sample(2));
    expect((await send(voiding(3, 1))).status).toBe(200);
    expect(await idsOf(await request(store, 'statements'))).toEqual([uuid(3), uuid(2)]);
    expect((await request(store, `statements?statementId=${uuid(1)}`)).status).toBe(404);
    expect((await request(store, `statements?voidedStatementId=${uuid(1)}`)).status).toBe(200);
    expect((await request(store, `statements?voidedStatementId=${uuid(2)}`)).status).toBe(404);
  });

  it('voids a statement that arrives later', async () => {
    await send(voiding(3, 1));
    await send(sample(1));
    expect(await idsOf(await request(store, 'statements'))).toEqual([uuid(3)]);
  });

  it('refuses to void a voiding statement, or an activity', async () => {
    await send(sample(1), voiding(2, 1));
    expect((await send(voiding(3, 2))).status).toBe(400);
    expect((await send({ ...voiding(4, 1), object: sample(1).object })).status).toBe(400);
  });
});

describe('reading statements', () => {
  it('returns one by id, with Last-Modified', async () => {
    await send(sample(1));
    const response = await request(store, `statements?statementId=${uuid(1)}`);
    expect(await response.json()).toMatchObject(sample(1));
    expect(response.headers.get('Last-Modified')).toMatch(/GMT$/);
  });

  it('pages through all of them, newest first, whatever arrives meanwhile', async () => {
    await send(...[1, 2, 3, 4, 5].map((number) => sample(number)));
    const first = await request(store, 'statements?limit=2');
    const { more } = (await first.clone().json()) as { more: string };
    expect(await idsOf(first)).toEqual([uuid(5), uuid(4)]);
    await send(sample(6));
    const second = await request(store, more);
    const last = ((await second.clone().json()) as { more: string }).more;
    expect(await idsOf(second)).toEqual([uuid(3), uuid(2)]);
    const third = await request(store, last);
    expect(await third.clone().json()).toMatchObject({ more: '' });
    expect(await idsOf(third)).toEqual([uuid(1)]);
  });

  it('pages in ascending order too', async () => {
    await send(...[1, 2, 3].map((number) => sample(number)));
    const first = await request(store, 'statements?limit=2&ascending=true');
    const { more } = (await first.clone().json()) as { more: string };
    expect(await idsOf(first)).toEqual([uuid(1), uuid(2)]);
    expect(await idsOf(await request(store, more))).toEqual([uuid(3)]);
  });

  it('filters by registration, verb, activity and agent', async () => {
    const other = { account: { homePage: 'https://example.org/s', name: 'p2' } };
    await send(
      sample(1),
      sample(2, { context: { registration: uuid(901) } }),
      sample(3, { verb: { id: 'https://example.org/verbs/sent' } }),
      sample(4, { object: { id: 'https://example.org/activities/m2' } }),
      sample(5, { actor: other }),
      sample(6, {
        context: { contextActivities: { parent: [{ id: 'https://example.org/activities/m2' }] } },
      }),
    );
    const ids = async (query: Record<string, string>): Promise<unknown[]> =>
      idsOf(await request(store, `statements?${new URLSearchParams(query).toString()}`));
    expect(await ids({ registration: uuid(901) })).toEqual([uuid(2)]);
    expect(await ids({ verb: 'https://example.org/verbs/sent' })).toEqual([uuid(3)]);
    const activity = 'https://example.org/activities/m2';
    expect(await ids({ activity })).toEqual([uuid(4)]);
    expect(await ids({ activity, related_activities: 'true' })).toEqual([uuid(6), uuid(4)]);
    expect(await ids({ agent: JSON.stringify(other) })).toEqual([uuid(5)]);
  });

  it('filters by the time of storing', async () => {
    let now = Date.UTC(2026, 10, 24, 12);
    const own = await startStore({ host: '127.0.0.1', port: 0, key, secret, clock: () => now });
    await request(own, 'statements', { body: [sample(1)] });
    now += 60_000;
    await request(own, 'statements', { body: [sample(2)] });
    const since = encodeURIComponent('2026-11-24T12:00:00.000Z');
    expect(await idsOf(await request(own, `statements?since=${since}`))).toEqual([uuid(2)]);
    expect(await idsOf(await request(own, `statements?until=${since}`))).toEqual([uuid(1)]);
    await own.close();
  });

  it('returns ids alone on request', async () => {
    await send(sample(1, { object: { id: 'https://example.org/a', definition: { name: { en: 'A' } } } }));
    const { statements } = (await (await request(store, 'statements?format=ids')).json()) as {
      statements: unknown[];
    };
    expect(statements[0]).toMatchObject({
      verb: { id: 'https://example.org/verbs/opened' },
      object: { id: 'https://example.org/a' },
    });
    expect(JSON.stringify(statements)).not.toContain('definition');
    expect(JSON.stringify(statements)).not.toContain('display');
  });

  it.each([
    'colour=red',
    'limit=-1',
    'since=yesterday',
    'ascending=1',
    'agent=x',
    'format=canonical',
    'attachments=true',
    'registration=1',
    `statementId=${uuid(1)}&limit=1`,
    `statementId=${uuid(1)}&voidedStatementId=${uuid(1)}`,
    'statementId=1',
    'verb=a&verb=b',
  ])('returns 400 for ?%s', async (query) => {
    expect((await request(store, `statements?${query}`)).status).toBe(400);
  });

  it('returns 400 for a next page address that it never gave', async () => {
    expect((await request(store, 'statements/more/e30')).status).toBe(400);
  });
});
