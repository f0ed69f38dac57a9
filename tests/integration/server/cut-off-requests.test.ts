/** A sender who closes the connection in the middle of a body leaves no fault behind. */
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RoleWorld } from '../../support/role-world.ts';
import { until } from '../../support/until.ts';

let world: RoleWorld;
let learner: string;
beforeAll(async () => {
  world = await RoleWorld.start();
  learner = await world.enter('ours', 'owner');
});
afterAll(() => world.close());

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly req?: { readonly path: string };
}

const linesFrom = (at: number): Line[] => world.logLines.slice(at).map((line) => JSON.parse(line) as Line);

const judged = ['request.refused', 'request.failed', 'lti.refused', 'lti.registration-refused'];

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
it.each([
  ['/api/session', json],
  ['/api/session/refresh', json],
  ['/api/attempts', json],
  ['/lti/login', form],
  ['/lti/launch', form],
  ['/lti/continue', form],
  ['/lti/cookie/check', json],
  [`/lti/register/${'x'.repeat(43)}`, form],
])('POST %s, cut off in its body, is refused like any other incomplete request', async (path, type) => {
  const begin = world.logLines.length;
  const { hostname, port, origin } = new URL(world.context.publicUrl);
  const socket = connect(Number(port), hostname);
  const headers = [`Host: ${hostname}`, `Content-Type: ${type}`, 'Content-Length: 900', `Origin: ${origin}`];
  const head = [`POST ${path} HTTP/1.1`, ...headers, `Authorization: Bearer ${learner}`];
  socket.write(`${head.join('\r\n')}\r\n\r\n{"code":`, () => {
    socket.resetAndDestroy();
  });
  const said = (...messages: readonly string[]): true | undefined =>
    linesFrom(begin).some(({ msg }) => messages.includes(msg)) || undefined;
  await until('the connection is closed', () => said('request.cut-short'));
  await until('the request is judged', () => said(...judged));
  expect(linesFrom(begin).filter(({ level }) => level > 40)).toEqual([]);
});
