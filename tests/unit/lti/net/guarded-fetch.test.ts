import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createGuardedFetch } from '../../../../lti/net/guarded-fetch.ts';
import type { GuardedFetchOptions } from '../../../../lti/net/guarded-fetch.ts';

const open: Server[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((done) => server.close(done))));
});

async function listen(server: Server, host = '127.0.0.1', port = 0): Promise<number> {
  open.push(server);
  await new Promise<void>((done) => server.listen(port, host, done));
  return (server.address() as AddressInfo).port;
}

function serve(answer: RequestListener, host?: string, port?: number): Promise<number> {
  return listen(createServer(answer), host, port);
}

function fetchWith(options: Partial<GuardedFetchOptions> = {}): ReturnType<typeof createGuardedFetch> {
  return createGuardedFetch({ allowInsecureLoopback: true, ...options });
}

const client = { issuer: 'https://lms.example', clientId: '1' };

describe('a guarded fetch', () => {
  it('sends method, headers and body, and returns status, headers and body', async () => {
    const port = await serve((request, response) => {
      const parts: string[] = [];
      request.on('data', (chunk: Buffer) => parts.push(chunk.toString()));
      request.on('end', () => {
        const { method, headers } = request;
        response.writeHead(409, { 'x-one': ['a', 'b'] });
        response.end(
          JSON.stringify({ method, type: headers['content-type'], host: headers.host, body: parts.join('') }),
        );
      });
    });
    const url = `http://lms.localhost:${port}/x?y=1`;
    const headers = { 'content-type': 'text/plain' };
    const answer = await fetchWith()(url, { client, method: 'POST', headers, body: 'été' });
    if (!answer.ok) throw new Error(answer.reason);
    expect(answer.status).toBe(409);
    expect(answer.headers.get('x-one')).toBe('a, b');
    expect(JSON.parse(answer.body)).toEqual({
      method: 'POST',
      type: 'text/plain',
      host: `lms.localhost:${port}`,
      body: 'été',
    });
  });

  it('connects to the address that was checked, even if DNS changes its answer', async () => {
    const reached: string[] = [];
    const port = await serve((_request, response) => {
      reached.push('checked');
      response.end('{}');
    });
    await serve(() => reached.push('other'), '127.0.0.2', port);
    let asked = 0;
    const resolve = (): Promise<string[]> => {
      asked += 1;
      return Promise.resolve([asked === 1 ? '127.0.0.1' : '127.0.0.2']);
    };
    expect(await fetchWith({ resolve })(`http://localhost:${port}/`, { client })).toMatchObject({ ok: true });
    expect({ reached, asked }).toEqual({ reached: ['checked'], asked: 1 });
  });

  it('opens no connection to a private address, and uses TLS to one allowed for the platform', async () => {
    const firstBytes: number[] = [];
    const server = createTcpServer((socket) => {
      socket.once('data', (chunk) => {
        firstBytes.push(chunk[0] ?? -1);
        socket.destroy();
      });
    });
    const port = await listen(server);
    const noted: string[] = [];
    const guarded = fetchWith({
      allowInsecureLoopback: false,
      resolve: () => Promise.resolve(['127.0.0.1']),
      findPrivateHosts: (of) => Promise.resolve(of === client ? ['moodle.intranet.example'] : []),
      notePrivateHost: (hostname) => noted.push(hostname),
    });
    const url = `https://moodle.intranet.example:${port}/keys`;
    const refused = { ok: false, reason: 'address-refused' };
    expect(await guarded(url, { client: null })).toEqual(refused);
    expect(await guarded(url, { client: { ...client } })).toEqual(refused);
    expect(await guarded(`https://other.example:${port}/`, { client })).toEqual(refused);
    expect(firstBytes).toEqual([]);
    expect(await guarded(url, { client })).toEqual({ ok: false, reason: 'unreachable' });
    // A ClientHello: nothing goes out in the clear, and what is no TLS server gives nothing.
    expect(firstBytes).toEqual([0x16]);
    expect(noted).toEqual(['moodle.intranet.example']);
  });

  it('reports a private host to the caller’s listener, or else to the fetch’s own', async () => {
    const noted: string[] = [];
    const guarded = fetchWith({
      allowInsecureLoopback: false,
      resolve: () => Promise.resolve(['127.0.0.1']),
      findPrivateHosts: () => Promise.resolve(['moodle.intranet.example']),
      notePrivateHost: (hostname) => noted.push(`fetch: ${hostname}`),
    });
    // Nobody listens there.
    const url = 'https://moodle.intranet.example:1/keys';
    const notePrivateHost = (hostname: string): void => void noted.push(`caller: ${hostname}`);
    await guarded(url, { client: { ...client, notePrivateHost } });
    await guarded(url, { client });
    expect(noted).toEqual(['caller: moodle.intranet.example', 'fetch: moodle.intranet.example']);
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect (%i)', async (status) => {
    const reached: string[] = [];
    const port = await serve((request, response) => {
      reached.push(request.url ?? '');
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    const answer = await fetchWith()(`http://127.0.0.1:${port}/first`, { client });
    expect(answer).toEqual({ ok: false, reason: 'redirected' });
    expect(reached).toEqual(['/first']);
  });

  it('stops at the size limit, also if the length is not announced', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/fits') response.end('x'.repeat(100));
      else if (request.url === '/told') response.end('x'.repeat(101));
      else {
        const drip = setInterval(() => response.write('x'.repeat(60)), 1);
        response.on('close', () => {
          clearInterval(drip);
        });
      }
    });
    const guarded = fetchWith({ maxBytes: 100 });
    expect(await guarded(`http://127.0.0.1:${port}/fits`, { client })).toMatchObject({ ok: true });
    for (const path of ['told', 'endless']) {
      const answer = await guarded(`http://127.0.0.1:${port}/${path}`, { client });
      expect(answer).toEqual({ ok: false, reason: 'too-large' });
    }
  });

  it('times out if the response, the rest of it or the name does not arrive', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/rest') response.writeHead(200).write('{');
    });
    const guarded = fetchWith({ timeoutMs: 50 });
    const slow = { ok: false, reason: 'timed-out' };
    for (const path of ['nothing', 'rest']) {
      expect(await guarded(`http://127.0.0.1:${port}/${path}`, { client })).toEqual(slow);
    }
    const nameless = fetchWith({ timeoutMs: 50, resolve: () => new Promise(() => undefined) });
    expect(await nameless('https://lms.example/', { client })).toEqual(slow);
    // Servers close only once their connections are gone: the calls have let go of them.
  });

  it('is « unreachable » if nobody listens, DNS fails, the response breaks off or is not HTTP', async () => {
    const broken = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{', () => response.destroy());
    });
    const noHttp = await listen(
      createTcpServer((socket) => socket.resume().end('220 mail.example ESMTP\r\n')),
    );
    const closed = await serve(() => undefined);
    await new Promise((done) => open.pop()?.close(done));
    const unreachable = { ok: false, reason: 'unreachable' };
    for (const port of [broken, noHttp, closed]) {
      expect(await fetchWith()(`http://127.0.0.1:${port}/`, { client })).toEqual(unreachable);
    }
    const nameless = fetchWith({ resolve: () => Promise.reject(new Error('getaddrinfo ENOTFOUND')) });
    expect(await nameless('https://lms.example/', { client })).toEqual(unreachable);
  });
});
