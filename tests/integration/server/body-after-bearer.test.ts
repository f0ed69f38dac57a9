/** An unauthorized body costs nothing: each route refuses before it arrives. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiRoutes } from '../../../server/http/api/table/api-routes.ts';
import { RoleWorld } from '../../support/role-world.ts';

const withBody = Object.entries(apiRoutes).flatMap(([key, route]) => {
  const [method = '', path = ''] = key.split(' ');
  return route.body === undefined || route.who === 'anyone' ? [] : [{ method, path, who: route.who }];
});

let world: RoleWorld;
let learner: string;
beforeAll(async () => {
  world = await RoleWorld.start();
  learner = await world.enter('ours', 'owner');
});
afterAll(() => world.close());

/** Announces a body of half a megabyte, sends none of it, and returns the first line of the response. */
async function announceBody(
  { method, path }: { method: string; path: string },
  headers: readonly string[],
): Promise<string> {
  const { hostname, port } = new URL(world.context.publicUrl);
  const socket = connect(Number(port), hostname);
  try {
    const lines = [
      `${method.toUpperCase()} /api${path.replace(/:\w+/g, 'some-id')} HTTP/1.1`,
      `Host: ${hostname}`,
      'Content-Type: application/json',
      'Content-Length: 500000',
      ...headers,
    ];
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString('latin1').split('\r\n')[0] ?? '';
  } finally {
    socket.destroy();
  }
}

describe('a request whose body has not arrived', () => {
  it.each(withBody)('is refused with 401 at $method $path when it has no bearer', async (route) => {
    expect(await announceBody(route, [])).toBe('HTTP/1.1 401 Unauthorized');
  });

  it.each(withBody.filter(({ who }) => who === 'staff' || who === 'person-staff' || who === 'selector'))(
    'is refused with 403 at $method $path when the bearer is a learner’s',
    async (route) => {
      expect(await announceBody(route, [`Authorization: Bearer ${learner}`])).toBe('HTTP/1.1 403 Forbidden');
    },
  );
});
