import type { LaunchesPort, LoginStatesPort } from '../ports/launches.ts';
import { heldLaunchRow, launchRow, loginStateRow } from '../shapes/launches.ts';
import { above, atMost } from './conditions.ts';
import type { MongoDatabase } from './database.ts';
import { sweep } from './rows.ts';
import { heldLaunches, launches, loginStates } from './schemas/launches.ts';

export function createLoginStates(database: MongoDatabase): LoginStatesPort {
  const states = database.collection(loginStates, loginStateRow);
  const held = database.collection(heldLaunches, heldLaunchRow);
  return {
    insert: (state) => states.insert(state),
    consume: (stateHash, now) => states.take({ _id: stateHash, expiresAt: above(now) }),
    hold: (launch) => held.insert(launch),
    release: (idHash, now) => held.take({ _id: idHash, expiresAt: above(now) }),
    async deleteExpired(now, limit) {
      const where = { expiresAt: atMost(now) };
      const order = { expiresAt: 1 } as const;
      const swept = await sweep(states, where, { order, limit, key: ({ stateHash }) => stateHash });
      return swept + (await sweep(held, where, { order, limit, key: ({ idHash }) => idHash }));
    },
  };
}

export function createLaunches(database: MongoDatabase): LaunchesPort {
  const key = ({ id }: { readonly id: string }): string => id;
  const rows = database.collection(launches, launchRow);
  return {
    insert: (launch) => rows.insert(launch),
    find: (organisationId, launchId) => rows.find({ _id: launchId, organisationId }),
    hasLearner: async (organisationId, resourceLinkId, personId, after = 0) => {
      const own = { organisationId, resourceLinkId, personId, createdAt: above(after) };
      return (await rows.find({ ...own, role: 'learner', practice: false })) !== undefined;
    },
    deleteOf: (scope, limit) => sweep(rows, { ...scope }, { order: { createdAt: 1 }, limit, key }),
    deleteOld: (before, limit) =>
      sweep(rows, { createdAt: atMost(before) }, { order: { createdAt: 1 }, limit, key }),
  };
}
