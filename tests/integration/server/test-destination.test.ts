import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningStore, startStore } from '../../../sandbox/store/start-store.ts';
import { testDestination } from '../../../server/organisations/test-destination.ts';
import { createLrsClient } from '../../../xapi/lrs-client.ts';
import { selfSigned } from '../../support/self-signed.ts';

const credentials = { key: 'key', secret: 'secret' };
let store: RunningStore;
const servers: Server[] = [];

beforeEach(async () => {
  store = await startStore({ host: '127.0.0.1', port: 0, ...credentials });
});
afterEach(async () => {
  await store.close();
  for (const server of servers.splice(0)) server.close();
});

/** What each step came to: `step result code`. */
async function tryOut(endpoint: string, secret = credentials.secret): Promise<string[]> {
  const version = '1.0.3';
  const client = createLrsClient({
    endpoint,
    key: credentials.key,
    secret,
    version,
    timeoutMs: 5_000,
    clock: Date.now,
  });
  const steps = await testDestination({ client, version, clock: Date.now, randomId: randomUUID });
  return steps.map(({ step, result, code }) => `${step} ${result} ${code}`.trim());
}

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

const answering = async (listener: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await listen(createServer(listener))}/xapi`;

describe('the test of a record store', () => {
  it('writes, reads and voids one statement that names nobody', async () => {
    expect(await tryOut(store.endpoint)).toEqual(['about ok', 'write ok', 'read ok', 'void ok']);
    const [written, voiding] = store.statements();
    expect(written).toMatchObject({
      object: { id: 'https://w3id.org/xapi/numplus/activities/connection-test' },
    });
    expect(voiding).toMatchObject({ object: { objectType: 'StatementRef', id: written?.id } });
    expect(store.statements()).toHaveLength(2);
  });

  it('says that the key is refused', async () => {
    expect(await tryOut(store.endpoint, 'other')).toEqual(['about ok', 'write failed store.key-refused']);
  });

  it('says that the path is wrong', async () => {
    expect(await tryOut(`${store.url}/elsewhere`)).toEqual([
      'about note store.no-about',
      'write failed store.address-wrong',
    ]);
  });

  it('says that nobody listens, or that a name is unknown', async () => {
    await store.close();
    expect(await tryOut(store.endpoint)).toEqual(['about failed store.nobody-listens']);
    expect(await tryOut('https://lrs.invalid/xapi')).toEqual(['about failed store.name-unknown']);
  });

  it('says that a certificate is self-signed, or that http responds instead of https', async () => {
    const port = await listen(createTlsServer(selfSigned));
    expect(await tryOut(`https://127.0.0.1:${port}/xapi`)).toEqual([
      'about failed store.certificate-self-signed',
    ]);
    expect(await tryOut(store.endpoint.replace('http:', 'https:'))).toEqual(['about failed store.no-https']);
  });

  it('says that a web page or a redirect responds', async () => {
    const page = await answering((_request, response) => response.end('<html><p>Sign in</p></html>'));
    expect(await tryOut(page)).toEqual(['about failed store.no-record-store']);
    const moved = await answering((_request, response) => response.writeHead(301, { location: '/x' }).end());
    expect(await tryOut(moved)).toEqual(['about failed store.redirects']);
  });

  it('says that the store accepts another version', async () => {
    const old = await answering((_request, response) => response.end('{"version":["0.95"]}'));
    expect(await tryOut(old)).toEqual(['about failed store.other-version']);
  });

  it('only notes what a key may not do besides writing', async () => {
    const writeOnly = await answering((request, response) => {
      if (request.url?.endsWith('/about') === true) response.end('{"version":["1.0.0"]}');
      else if (request.method === 'GET') response.writeHead(403).end();
      else {
        let body = '';
        request.on('data', (chunk: Buffer) => (body += chunk.toString()));
        request.on('end', () => {
          if (body.includes('voided')) response.writeHead(403).end();
          else response.end(JSON.stringify((JSON.parse(body) as { id: string }[]).map(({ id }) => id)));
        });
      }
    });
    expect(await tryOut(writeOnly)).toEqual([
      ...['about ok', 'write ok', 'read note store.key-forbidden', 'void note store.key-forbidden'],
    ]);
  });
});
