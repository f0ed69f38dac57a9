/** What browsers may do with answers of data, over real HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RoleWorld } from '../../support/role-world.ts';

let world: RoleWorld;
let learner: string;
beforeAll(async () => {
  world = await RoleWorld.start();
  await world.addActivity('ours', 'link-1', 'course-1');
  learner = await world.enter('ours', 'owner');
});
afterAll(() => world.close());

async function headersOf(path: string, bearer?: string): Promise<Headers> {
  const headers = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  return (await fetch(new URL(path, world.context.publicUrl), { headers, redirect: 'manual' })).headers;
}

describe('an answer of data', () => {
  it.each([
    '/api/attempt',
    '/api/nowhere',
    '/healthz',
    '/readyz',
    '/metrics',
    '/xapi/keys',
    '/icon.png',
    '/lti/keys',
    '/lti/notices',
    '/lti/register/close.js',
  ])('can be neither run nor framed: %s', async (path) => {
    for (const bearer of [undefined, learner]) {
      const headers = await headersOf(path, bearer);
      if (headers.get('content-type')?.startsWith('text/html') === true) continue;
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get('permissions-policy')).toContain('camera=()');
    }
  });

  it('leaves pages their own policy', async () => {
    expect((await headersOf('/play/ref-ours')).get('content-security-policy')).toContain(
      "script-src 'self' 'sha256-",
    );
    expect((await headersOf('/xapi/profile?lang=en')).get('permissions-policy')).toContain('camera=()');
  });
});

it('connections stay open longer than the minute of common proxies', async () => {
  expect((await headersOf('/healthz')).get('keep-alive')).toBe('timeout=65');
});
