import type { ErasureDeps } from '../erasure/erase-person.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import type { LrsClient } from '../../xapi/lrs-client.ts';
import { createErasureTask } from './carry-out-erasures.ts';
import { createPurgeTask } from './purge-daily.ts';
import { createVoidingTasks } from './send-voidings.ts';
import type { TaskSource, WorkerTask } from './worker.ts';

interface TaskDeps extends ErasureDeps {
  readonly auditMonths: number;
  readonly chance: () => number;
  readonly openStore: (destination: Destination) => LrsClient;
}

/** Order, carry out and send: each its own loop. */
export function createErasureTasks(deps: TaskDeps): (WorkerTask | TaskSource)[] {
  const { storage, openStore } = deps;
  return [
    createErasureTask(deps),
    createPurgeTask({ ...deps, rows: storage.ltiRows }),
    createVoidingTasks({
      ...deps,
      destinations: storage.destinations,
      voidings: storage.voidings,
      createClient: openStore,
    }),
  ];
}
