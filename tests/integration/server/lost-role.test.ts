/** A session of staff ends once the LMS sends the same person back as a learner. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RoleWorld } from '../../support/role-world.ts';

let world: RoleWorld;
beforeAll(async () => {
  world = await RoleWorld.start();
  await world.addActivity('ours', 'link-1', 'course-1');
});
afterAll(() => world.close());

const staff = { role: 'staff', resourceLinkId: 'link-1', lineItemUrl: null } as const;
const learner = { role: 'learner', resourceLinkId: 'link-1' } as const;
const later = (): number => world.context.clock() + 1;

async function ask(bearer: string, path = '/api/activity'): Promise<number> {
  return (await world.call('GET', path, bearer)).status;
}

it('ends for the page of the activity, and goes on for a learner who was always one', async () => {
  const bearer = await world.enter('ours', 'demoted', staff);
  const other = await world.enter('ours', 'teacher', staff);
  expect(await ask(bearer)).toBe(200);
  const asLearner = await world.enter('ours', 'demoted', { ...learner, createdAt: later() });
  expect([await ask(bearer), await ask(other), await ask(asLearner, '/api/attempt')]).toEqual([
    401, 200, 200,
  ]);
});

it('ends for a review of somebody’s work too', async () => {
  await world.enter('ours', 'owner', learner);
  const reviewedPersonId = await world.getPersonId('ours', 'owner');
  const reviewing = { ...staff, message: 'submission-review', reviewedPersonId } as const;
  const bearer = await world.enter('ours', 'reviewer', reviewing);
  expect(await ask(bearer, '/api/review')).toBe(200);
  await world.enter('ours', 'reviewer', { ...learner, createdAt: later() });
  expect(await ask(bearer, '/api/review')).toBe(401);
});

it('goes on after practice, and after another activity as a learner', async () => {
  const bearer = await world.enter('ours', 'trying', staff);
  await world.enter('ours', 'trying', { ...learner, practice: true, createdAt: later() });
  await world.addActivity('ours', 'link-2', 'course-2');
  await world.enter('ours', 'trying', { ...learner, resourceLinkId: 'link-2', createdAt: later() });
  expect(await ask(bearer)).toBe(200);
});

it('begins anew when the person comes back as staff', async () => {
  await world.enter('ours', 'back', learner);
  const bearer = await world.enter('ours', 'back', { ...staff, createdAt: later() });
  expect(await ask(bearer)).toBe(200);
});
