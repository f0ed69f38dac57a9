import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGuardedFetch } from '../../../../lti/net/guarded-fetch.ts';
import { createGroups } from '../../../../lti/services/groups.ts';

interface Page {
  readonly status?: number;
  readonly body: unknown;
  readonly link?: string;
}

let pages: (path: string) => Page;
let asked: { readonly path: string; readonly accept: string | undefined }[];
let scopes: (readonly string[])[];
let url: string;
let close: () => Promise<void>;

beforeEach(async () => {
  [asked, scopes] = [[], []];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, accept: request.headers.accept });
    const { status = 200, body, link } = pages(path);
    if (link !== undefined) response.setHeader('link', link);
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
});
afterEach(() => close());

function read(): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const groups = createGroups({
    accessTokens: {
      get: (_client, wanted) => {
        scopes.push(wanted);
        return Promise.resolve({ ok: true, token: 'the-token' });
      },
      forget: () => Promise.resolve(),
    },
    guardedFetch: createGuardedFetch({ allowInsecureLoopback: true, timeoutMs: 300 }),
    clock: () => 1_000,
  });
  return groups.read({ client: { issuer: 'https://lms.example', clientId: 'c' }, url: `${url}/groups` });
}

it('names of groups are read page by page, with the scope of the service', async () => {
  pages = (path) =>
    path === '/groups'
      ? { body: { groups: [{ id: 7, name: ' Matin ' }] }, link: `<${url}/more>; rel="next"` }
      : { body: { groups: [{ id: 'b', name: 'So\u202Eir' }] } };
  expect(await read()).toEqual([
    { id: '7', name: 'Matin' },
    { id: 'b', name: 'Soir' },
  ]);
  expect(new Set(scopes.flat())).toEqual(
    new Set(['https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly']),
  );
  expect(asked.map(({ path }) => path)).toEqual(['/groups', '/more']);
  expect(asked[0]?.accept).toBe('application/vnd.ims.lti-gs.v1.contextgroupcontainer+json');
});

it('groups without a name or an id are left out', async () => {
  pages = () => ({ body: { groups: [{ id: '1' }, { name: 'x' }, { id: '2', name: '  ' }, null, 'group'] } });
  expect(await read()).toEqual([]);
});

it.each([
  ['is down', { status: 503, body: {} }],
  ['refuses', { status: 403, body: {} }],
  ['sends no JSON', { body: '<html>' }],
  ['sends something else', { body: { sets: [] } }],
])('there are no names if the service %s', async (_what, page) => {
  pages = () => page;
  expect(await read()).toEqual([]);
});

it('a list without an end is not followed for ever, nor to another origin', async () => {
  pages = () => ({ body: { groups: [] }, link: `<${url}/page-${asked.length}>; rel="next"` });
  await read();
  expect(asked.length).toBe(10);
  asked = [];
  pages = () => ({ body: { groups: [] }, link: '<http://elsewhere.example/groups>; rel="next"' });
  await read();
  expect(asked.length).toBe(1);
});
