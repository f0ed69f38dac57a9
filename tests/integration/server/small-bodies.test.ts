/**
 * A body that is small to send stays small: nothing is inflated, and size and depth are limited by route, whoever
 * sends it.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../../server/contract/session.ts';
import { deepestJson, kilobyte } from '../../../server/http/bodies.ts';
import { apiRoutes } from '../../../server/http/api/table/api-routes.ts';
import type { Role } from '../../../server/http/authenticate.ts';
import { RoleWorld } from '../../support/role-world.ts';
import { largestJson } from '../../support/largest-json.ts';
import type { JsonSchema } from '../../support/schema-arbitrary.ts';

const routes = Object.entries(apiRoutes).flatMap(([key, { body, bodyLimit: limit = 16 * kilobyte, who }]) => {
  const [method = '', path = ''] = key.split(' ');
  return body === undefined ? [] : [{ method, path, who, limit }];
});

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
/** About a kilobyte that would become a megabyte. */
const bomb = gzipSync(nested(500_000), { level: 9 });

let world: RoleWorld;
const bearers = new Map<Role | 'anyone', string | null>([['anyone', null]]);
beforeAll(async () => {
  world = await RoleWorld.start();
  await world.addActivity('ours', 'link-1', 'course-1');
  const staff = { role: 'staff', lineItemUrl: null } as const;
  const selection = {
    returnUrl: 'https://lms.example/back',
    acceptTypes: ['ltiResourceLink'],
    acceptMultiple: true,
    acceptLineItem: true,
    data: null,
    title: '',
    grade: null,
  };
  const choosing = { ...staff, message: 'deep-linking', resourceLinkId: null, selection } as const;
  const learner = await world.enter('ours', 'owner');
  const teacher = await world.enter('ours', 'teacher', staff);
  bearers.set('learner', learner).set('reader', learner);
  bearers.set('staff', teacher).set('person-staff', teacher);
  bearers.set('selector', await world.enter('ours', 'teacher', choosing));
});
afterAll(() => world.close());

type Asked = (typeof routes)[number];

function addressOf({ path }: Asked): string {
  return `/api${path.replace(/:\w+/g, 'some-id')}`;
}

function headersOf({ who }: Asked): Record<string, string> {
  const bearer = bearers.get(who);
  if (bearer === undefined) throw new Error(`nobody here is ${who}`);
  return {
    'content-type': 'application/json',
    ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
  };
}

async function send(route: Asked, body: string | Buffer, more: Record<string, string> = {}): Promise<string> {
  const response = await fetch(new URL(addressOf(route), world.context.publicUrl), {
    method: route.method.toUpperCase(),
    headers: { ...headersOf(route), ...more },
    body,
  });
  return `${response.status} ${((await response.json()) as Problem).code}`;
}

/** Announces a body, sends none of it, and returns the status. */
async function announce(address: string, headers: Record<string, string>, bytes: number): Promise<string> {
  const { hostname, port } = new URL(world.context.publicUrl);
  const socket = connect(Number(port), hostname);
  try {
    const lines = Object.entries({ host: hostname, ...headers, 'content-length': String(bytes) });
    const head = [`POST ${address} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`)];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString('latin1').split('\r\n')[0] ?? '';
  } finally {
    socket.destroy();
  }
}

describe('a JSON body', () => {
  it.each(routes)('is not inflated at $method $path', async (route) => {
    expect(bomb.length).toBeLessThan(1100);
    expect(await send(route, bomb, { 'content-encoding': 'gzip' })).toBe('400 request.not-json');
  });

  it.each(routes)('is refused at $method $path if it is nested deeper than any of ours', async (route) => {
    const deeper = nested(deepestJson + 1);
    expect(await send(route, deeper)).toBe('400 request.invalid');
    expect(await send(route, `{"code":${nested(400)}}`)).toBe('400 request.invalid');
  });

  it.each(routes)('is refused at $method $path before it arrives if it is too large', async (route) => {
    const status = await announce(addressOf(route), headersOf(route), route.limit + 1);
    expect(status).toBe('HTTP/1.1 413 Payload Too Large');
  });

  it('may have brackets in its texts', async () => {
    const [route] = routes.filter(({ path }) => path === '/session');
    if (route === undefined) throw new Error('no route for sessions');
    const code = `\\"${'['.repeat(60)}`;
    expect(await send(route, `{"code":"${code}"}`)).toBe('401 session.expired');
  });

  it('is refused in another encoding of text than UTF-8', async () => {
    const [route] = routes.filter(({ path }) => path === '/session');
    if (route === undefined) throw new Error('no route for sessions');
    const body = Buffer.from(`{"code":"${'x'.repeat(43)}"}`, 'utf16le');
    const type = { 'content-type': 'application/json; charset=utf-16le' };
    expect(await send(route, body, type)).toBe('400 request.not-json');
  });
});

describe('the limits', () => {
  const file = join(import.meta.dirname, '../../../docs/openapi.json');
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly paths: Readonly<
      Record<
        string,
        Readonly<
          Record<
            string,
            {
              readonly requestBody?: {
                readonly content: { readonly 'application/json': { readonly schema: JsonSchema } };
              };
            }
          >
        >
      >
    >;
  };
  const largestOf = ({ method, path }: Asked): { bytes: number; depth: number } => {
    const schema = paths[`/api${path.replaceAll(/:(\w+)/g, '{$1}')}`]?.[method]?.requestBody?.content;
    if (schema === undefined) throw new Error(`the file does not know ${path}`);
    return largestJson(schema['application/json'].schema);
  };

  // Batches of actions are limited by the client, in bytes: see below.
  it.each(routes.filter(({ path }) => !path.endsWith('/actions')))(
    'have room for the largest body of $method $path',
    (route) => {
      const { bytes, depth } = largestOf(route);
      expect(bytes).toBeLessThanOrEqual(route.limit);
      expect(depth).toBeLessThanOrEqual(deepestJson);
    },
  );

  it('have room for the deepest action', () => {
    const [route] = routes.filter(({ path }) => path.endsWith('/actions'));
    if (route === undefined) throw new Error('no route for actions');
    expect(largestOf(route).depth).toBeLessThanOrEqual(deepestJson);
    expect(route.limit).toBeGreaterThan(256_000);
  });
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a form', () => {
  const open = async (path: string, headers: Record<string, string>, body: Buffer): Promise<string> => {
    const response = await fetch(new URL(path, world.context.publicUrl), { method: 'POST', headers, body });
    const text = await response.text();
    const code = /data-error="([^"]+)"/.exec(text)?.[1] ?? (JSON.parse(text) as Problem).code;
    return `${response.status} ${code}`;
  };
  const gzip = { ...form, 'content-encoding': 'gzip' };
  const packed = gzipSync(`state=${'%41'.repeat(80_000)}`);

  it.each([
    '/lti/login',
    '/lti/login/ref-ours',
    '/lti/launch',
    '/lti/continue',
    `/lti/register/${'x'.repeat(43)}`,
  ])('is not inflated at %s', async (path) => {
    expect(await open(path, gzip, packed)).toBe('400 request.not-json');
  });

  it.each(['/lti/cookie/check', '/lti/cookie/keep'])('is no form at %s, and not inflated', async (path) => {
    const headers = {
      origin: world.context.publicUrl,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    };
    expect(await open(path, headers, bomb)).toBe('400 request.not-json');
  });

  it.each([
    ['/lti/login', 128 * 1024],
    ['/lti/login/ref-ours', 128 * 1024],
    ['/lti/launch', 256 * 1024],
    ['/lti/continue', 4 * 1024],
    [`/lti/register/${'x'.repeat(43)}`, 64 * 1024],
  ])('is refused at %s before it arrives if it has more than %d bytes', async (path, bytes) => {
    expect(await announce(path, form, bytes + 1)).toBe('HTTP/1.1 413 Payload Too Large');
  });
});

describe('a body at a route that reads none', () => {
  it.each([
    ['/healthz', '404 Not Found'],
    ['/readyz', '404 Not Found'],
    ['/metrics', '404 Not Found'],
    ['/xapi/profile', '404 Not Found'],
    ['/xapi/keys', '404 Not Found'],
    ['/lti/keys', '404 Not Found'],
    ['/api/nowhere', '404 Not Found'],
    // A browser that reloads a launched page by posting it again (ADR 55).
    ['/play', '303 See Other'],
  ])('is not waited for at %s', async (path, answer) => {
    const status = await announce(path, { 'content-type': 'application/json' }, 100_000_000);
    expect(status).toBe(`HTTP/1.1 ${answer}`);
  });
});
