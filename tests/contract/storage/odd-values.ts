/** Where a text belongs, a value of another kind finds nothing and changes nothing: no query gets in from a request. */
import { describe, expect, it } from 'vitest';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import type { Subject } from '../storage.contract.ts';
import { createAttempt, sampleDestination } from './sample-attempts.ts';
import { org, sampleLaunch, sampleLoginState, samplePerson, sampleSession } from './sample-rows.ts';

/** As a parsed body or query may hold them; each would fit every row if a database took it for a condition. */
const oddValues: readonly unknown[] = [{ $ne: 'x' }, { $gt: '' }, { $exists: true }, ['person-1']];

async function fill(storage: Storage): Promise<void> {
  await storage.persons.ensure(samplePerson());
  await storage.launches.insert(sampleLaunch());
  await storage.loginStates.insert(sampleLoginState());
  await storage.sessions.insert(sampleSession());
  await storage.sessions.insertCode({ codeHash: 'c', organisationId: org, launchId: 'l', expiresAt: 9 });
  await createAttempt(storage);
  await storage.destinations.put(sampleDestination());
}

/** Calls whose texts come from outside, with an odd value in each place of one. */
function calls(storage: Storage, odd: string): Record<string, () => Promise<unknown>> {
  const { persons, launches, loginStates, sessions, invitations, platforms, attempts } = storage;
  return {
    'persons.find': () => persons.find(org, odd),
    'persons.findKey': () => persons.findKey(org, odd),
    'persons.find of whom': () => persons.find(odd, 'person-1'),
    'persons.findBySubject': () => persons.findBySubject({ ...samplePerson(), subject: odd }),
    'launches.find': () => launches.find(org, odd),
    'launches.hasLearner': () => launches.hasLearner(org, 'link-1', odd),
    'loginStates.consume': () => loginStates.consume(odd, 0),
    'sessions.consumeCode': () => sessions.consumeCode(odd, 0),
    'sessions.findByAccess': () => sessions.findByAccess(odd),
    'sessions.findByRefresh': () => sessions.findByRefresh(odd),
    'invitations.find': () => invitations.find(odd),
    'platforms.findByRef': () => platforms.findByRef(odd),
    'studies.findKey': () => storage.studies.findKey(org, odd),
    'platforms.isRegistrationActive': () => platforms.isRegistrationActive(org, odd),
    'attempts.find': () => attempts.find(org, odd),
    'attempts.list after': () => attempts.listByResourceLink(org, 'link-1', { limit: 5, after: odd }),
    'destinations.find': () => storage.destinations.find(org, odd),
    'ltiRows.find': () => storage.ltiRows.find('platform', { clientId: odd }, 0),
  };
}

export function oddValuesContract(current: () => Subject): void {
  describe('odd values from outside', () => {
    it.each(oddValues.map((value) => [JSON.stringify(value), value]))(
      'find nothing, such as %s',
      async (_, odd) => {
        const { storage } = current();
        await fill(storage);
        for (const [name, call] of Object.entries(calls(storage, odd as string))) {
          const found = await call().catch(() => 'refused');
          expect([undefined, false, 'refused', []], name).toContainEqual(found);
        }
        expect(await storage.loginStates.consume('state-1', 0)).toEqual(sampleLoginState());
        expect(await storage.sessions.consumeCode('c', 0)).toMatchObject({ launchId: 'l' });
      },
    );
  });
}
