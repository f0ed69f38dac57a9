import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningStore, startStore } from '../../../sandbox/store/start-store.ts';
import { createLrsClient, type LrsClient, type LrsClientOptions } from '../../../xapi/lrs-client.ts';
import { statementsOf } from '../../support/statements.ts';
import { asLog, context, events } from '../../unit/xapi/log-samples.ts';

const key = 'clé';
const secret = 'très-secret-0199';

let store: RunningStore;
const servers: Server[] = [];

beforeEach(async () => {
  store = await startStore({ host: '127.0.0.1', port: 0, key, secret, maxBodyBytes: 200_000 });
});

afterEach(async () => {
  await store.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

function client(more: Partial<LrsClientOptions> = {}): LrsClient {
  const clock = (): number => Date.UTC(2026, 10, 24, 12);
  return createLrsClient({
    endpoint: store.endpoint,
    key,
    secret,
    version: '1.0.3',
    timeoutMs: 5_000,
    clock,
    ...more,
  });
}

/** A store that responds as configured, for what the sandbox store never does. */
async function answering(listener: RequestListener, timeoutMs = 5_000): Promise<LrsClient> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve();
    });
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return client({ endpoint: `http://127.0.0.1:${port}/xapi`, timeoutMs });
}

const batch = asLog(events)
  .flatMap((entry) => statementsOf(entry, context))
  .map(({ bytes }) => bytes);
const two = batch.slice(0, 2);
const idsOf = (bytes: readonly string[]): unknown[] =>
  bytes.map((one) => (JSON.parse(one) as { id: unknown }).id);

describe('reading the statements of a store', () => {
  it('follows all its pages, for one registration', async () => {
    const registration = '0190c1f2-7f3a-7c11-9a53-7b1f5f5a0d01';
    const many = Array.from({ length: 120 }, (_, index) => {
      const [sample = ''] = batch;
      const id = `0190c1f2-7f3a-7c11-9a53-${String(index).padStart(12, '0')}`;
      const statement = JSON.parse(sample) as { context: object };
      return JSON.stringify({ ...statement, id, context: { ...statement.context, registration } });
    });
    await client().send([...many, ...two]);
    const answer = await client().listIds(registration);
    expect(answer.kind === 'ok' ? answer.ids.toSorted() : answer).toEqual(idsOf(many));
    expect(await client().listIds('0190c1f2-7f3a-7c11-9a53-7b1f5f5a0c02')).toEqual({ kind: 'ok', ids: [] });
  });

  it.each(['https://elsewhere.example/more', '//elsewhere.example/more', '@elsewhere.example/more'])(
    'follows no link to %s, which is not the store',
    async (more) => {
      const asked: string[] = [];
      const astray = await answering((request, response) => {
        asked.push(request.url ?? '');
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ statements: [], more }));
      });
      expect((await astray.listIds('r')).kind).not.toBe('ok');
      expect(asked).toHaveLength(1);
    },
  );
});

describe('a record store that works', () => {
  it.each(['1.0.3', '2.0.0'] as const)('accepts every kind of statement in version %s', async (version) => {
    // In parts, as the worker sends them: this store accepts no larger body.
    for (let from = 0; from < batch.length; from += 50) {
      const answer = await client({ version }).send(batch.slice(from, from + 50));
      expect(answer).toEqual({ kind: 'sent', status: 200, message: '' });
    }
    expect(store.statements().map((statement) => statement.id)).toEqual(idsOf(batch));
  });

  it('accepts the same bytes again', async () => {
    await client().send(two);
    expect(await client().send(two)).toMatchObject({ kind: 'sent' });
    expect(store.statements()).toHaveLength(2);
  });

  it('receives the stored bytes of every kind of statement', async () => {
    let received = '';
    const own = await answering((request, response) => {
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => (received += chunk));
      request.on('end', () => response.writeHead(204).end());
    });
    expect(await own.send(batch)).toMatchObject({ kind: 'sent', status: 204 });
    expect(received).toBe(`[${batch.join(',')}]`);
  });

  it('returns its versions and a statement', async () => {
    expect(await client().about()).toEqual({ kind: 'ok', versions: ['1.0.3', '2.0.0'] });
    await client().send(two);
    const id = String(idsOf(two)[0]);
    expect(await client().getById(id)).toMatchObject({ kind: 'found', statement: { id } });
    expect(await client().getById('0190c1f2-7f3a-7c11-9a53-7b1f5f5a0c99')).toEqual({ kind: 'absent' });
  });

  it('is not asked for an empty batch', async () => {
    store.control.set({ down: 'refuse' });
    expect(await client().send([])).toMatchObject({ kind: 'sent' });
  });

  it('may confirm only the new ones', async () => {
    const [, second] = idsOf(two);
    const own = await answering((_request, response) => response.end(JSON.stringify([second])));
    expect(await own.send(two)).toMatchObject({ kind: 'partly-sent', ids: [second] });
  });
});

describe('a record store that refuses', () => {
  it('says which statement it refuses', async () => {
    const outcome = await client().send(['{"id":"x"}']);
    expect(outcome).toMatchObject({ kind: 'refused', status: 400 });
    expect('message' in outcome && outcome.message).toContain('statement.');
  });

  it('says that another statement has the id', async () => {
    await client().send(two);
    const changed = String(two[0]).replace('"launched"', '"opened"');
    expect(await client().send([changed])).toMatchObject({ kind: 'refused', status: 409 });
  });

  it('says that a batch is too large', async () => {
    const bytes = String(two[0]).replace('NUM+', 'x'.repeat(300_000));
    expect(await client().send([bytes])).toMatchObject({ kind: 'refused', status: 413 });
  });

  it('has different outcomes for a wrong key and a forbidden verb', async () => {
    expect(await client({ secret: 'wrong' }).send(two)).toMatchObject({ kind: 'unauthorized', status: 401 });
    store.control.set({ refuseVerbs: ['http://adlnet.gov/expapi/verbs/launched'] });
    expect(await client().send(two)).toMatchObject({ kind: 'forbidden', status: 403 });
  });
});

describe('a record store with failures', () => {
  it('asks to wait for seconds, until a date, or without saying how long', async () => {
    store.control.set({ throttleNext: 1, retryAfterSeconds: 7 });
    expect(await client().send(two)).toMatchObject({ kind: 'throttled', status: 429, retryAfterMs: 7_000 });
    store.control.set({ throttleNext: 1, retryAfterSeconds: null });
    expect(await client().send(two)).toMatchObject({ kind: 'throttled', retryAfterMs: null });
    const date = 'Tue, 24 Nov 2026 12:01:00 GMT';
    const own = await answering((_request, response) =>
      response.writeHead(503, { 'Retry-After': date }).end(),
    );
    expect(await own.send(two)).toMatchObject({ kind: 'throttled', status: 503, retryAfterMs: 60_000 });
  });

  it.each([500, 502, 504, 408, 425])('is unavailable with %d', async (failStatus) => {
    store.control.set({ failNext: 1, failStatus });
    expect(await client().send(two)).toMatchObject({ kind: 'unavailable', status: failStatus });
  });

  it('is unavailable if the connection is cut, even after the store stored the batch', async () => {
    store.control.set({ cutNext: 1 });
    expect(await client().send(two)).toMatchObject({ kind: 'unavailable', status: 0 });
    expect(await client().send(two)).toMatchObject({ kind: 'sent' });
    expect(store.statements()).toHaveLength(2);
  });

  it('is unavailable if it is too slow or nobody listens', async () => {
    store.control.set({ slowMs: 60_000 });
    const slow = await client({ timeoutMs: 30 }).send(two);
    expect(slow).toEqual({ kind: 'unavailable', status: 0, message: 'TimeoutError' });
    await store.close();
    expect(await client().send(two)).toMatchObject({ kind: 'unavailable', message: 'ECONNREFUSED' });
    store = await startStore({ host: '127.0.0.1', port: 0, key, secret });
  });

  it('is unavailable if the response starts and never ends', async () => {
    const own = await answering((_request, response) => response.writeHead(200).write('['), 50);
    expect(await own.send(two)).toMatchObject({ kind: 'unavailable', message: 'TimeoutError' });
  });
});

describe('an address that is no record store', () => {
  it('is recognised by a redirect, which is not followed', async () => {
    store.control.set({ redirectNext: 1 });
    expect(await client().send(two)).toMatchObject({ kind: 'misconfigured', status: 302 });
    expect(store.statements()).toEqual([]);
  });

  it('is recognised by an HTML page, quoted as plain text', async () => {
    store.control.set({ htmlNext: 1 });
    const outcome = await client().send(two);
    expect(outcome).toEqual({ kind: 'misconfigured', status: 200, message: 'Sign in Please sign in.' });
  });

  it('is recognised by 404, by 405 and by an invalid address', async () => {
    const { endpoint } = store;
    expect(await client({ endpoint: `${endpoint}nowhere` }).send(two)).toMatchObject({
      kind: 'misconfigured',
      status: 404,
    });
    expect(await client({ endpoint: 'no address' }).send(two)).toMatchObject({ kind: 'misconfigured' });
    const blocked = await client({ endpoint: 'http://127.0.0.1:9/xapi' }).send(two);
    expect(blocked).toEqual({ kind: 'misconfigured', status: 0, message: 'bad port' });
    const own = await answering((_request, response) => response.writeHead(405).end());
    expect(await own.send(two)).toMatchObject({ kind: 'misconfigured', status: 405 });
    expect(await own.about()).toMatchObject({ kind: 'misconfigured', status: 405 });
  });

  it('is recognised by a body with other ids, or none', async () => {
    for (const body of ['["x"]', '[]', '{}', '']) {
      const own = await answering((_request, response) => response.end(body));
      expect(await own.send(two)).toMatchObject({ kind: 'misconfigured', status: 200 });
    }
  });

  it('is recognised by a multipart response', async () => {
    const own = await answering((_request, response) => {
      response.setHeader('content-type', 'multipart/mixed; boundary=x');
      response.end('--x\r\nodd');
    });
    expect(await own.send(two)).toMatchObject({ kind: 'misconfigured', status: 200 });
    expect(await own.getById('x')).toMatchObject({ kind: 'misconfigured', status: 200 });
  });

  it('is recognised by an about resource without versions', async () => {
    const own = await answering((_request, response) => response.end('<h1>Welcome</h1>'));
    expect(await own.about()).toMatchObject({ kind: 'misconfigured', status: 200, message: 'Welcome' });
  });
});

describe('the message of an outcome', () => {
  it('is short and contains no secret, whatever the store returns', async () => {
    const own = await answering((request, response) => {
      const echo = `${request.headers.authorization ?? ''} ${key}:${secret} ${'long '.repeat(200)}`;
      response.writeHead(400).end(echo);
    });
    const outcome = await own.send(two);
    const message = 'message' in outcome ? outcome.message : '';
    expect(message.length).toBeLessThanOrEqual(300);
    expect(message).toContain('long');
    expect(message).not.toContain(secret);
    expect(message).not.toContain(Buffer.from(`${key}:${secret}`).toString('base64'));
  });
});
