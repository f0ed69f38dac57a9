import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyone } from './actors.ts';
import { erasing, launchesOfOwner, readingsOfOwnData } from './routes-of-own-data.ts';
import { Walk, walkRoutes } from './walk.ts';

describe('the routes of « Mes données »', () => {
  walkRoutes(readingsOfOwnData);
});

describe('erasing', () => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.start();
  });
  afterAll(() => walk.world.close());

  it('erases whoever asks, and never anybody else', async () => {
    const before = await walk.standing();
    const others = everyone.filter((actor) => !launchesOfOwner.includes(actor));
    for (const actor of others) {
      const { status } = await walk.ask(actor, erasing);
      const isAllowed = erasing.allowed.includes(actor);
      expect([actor, status < 400]).toEqual([actor, isAllowed]);
      if (!isAllowed) expect([actor, [401, 403].includes(status)]).toEqual([actor, true]);
    }
    expect(await walk.standing()).toEqual(before);
    expect((await walk.ask('owner', erasing)).status).toBe(204);
    expect(await walk.standing()).toBeUndefined();
    expect((await walk.ask('the owner in another activity of the course', erasing)).status).toBe(401);
  });
});
