/** Whoever guesses without end fills no log: refusals beyond the limit are counted, not written down one by one. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RoleWorld } from '../../support/role-world.ts';

const refusedBearersPerMinute = 600;

let world: RoleWorld;
beforeAll(async () => {
  world = await RoleWorld.start();
});
afterAll(() => world.close());

it('logs the refusals up to the limit, and none beyond', async () => {
  const begin = world.logLines.length;
  const statuses: number[] = [];
  for (let at = 0; at < refusedBearersPerMinute + 20; at += 1) {
    const guess = { headers: { authorization: `Bearer ${String(at).padStart(43, 'x')}` } };
    statuses.push((await fetch(`${world.context.publicUrl}/api/attempt`, guess)).status);
  }
  const count = (status: number): number => statuses.filter((one) => one === status).length;
  const logged = world.logLines
    .slice(begin)
    .map((line) => JSON.parse(line) as { msg: string; code?: string })
    .filter(({ msg }) => msg === 'request.refused')
    .map(({ code }) => code);
  expect([count(401), count(429)]).toEqual([refusedBearersPerMinute, 20]);
  expect([logged.length, ...new Set(logged)]).toEqual([refusedBearersPerMinute, 'session.expired']);
});

it('says once a minute that an address is slowed down', async () => {
  const begin = world.logLines.length;
  const statuses: number[] = [];
  for (let at = 0; at < 90; at += 1) {
    const body = JSON.stringify({ notices: [{ jwt: 'x'.repeat(20) }] });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${world.context.publicUrl}/lti/notices`, { method: 'POST', headers, body });
    statuses.push(answer.status);
  }
  const slowed = world.logLines.slice(begin).filter((line) => line.includes('lti.slowed-down'));
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(20);
  expect(slowed).toHaveLength(1);
});
