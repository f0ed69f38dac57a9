import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeliveryWatch } from '../../../../server/delivery/delivery-watch.ts';
import type { Storage } from '../../../../server/storage/ports/storage.ts';
import { createAttempt, sampleDestination } from '../../../contract/storage/sample-attempts.ts';
import { openTestStorage } from '../../../support/test-storage.ts';

const limit = 2_000;
/** More than the share of an attempt, less than that of an organisation. */
const waiting = 600;

describe('room in the outbox', () => {
  let storage: Storage;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ storage, close } = await openTestStorage());
    for (const organisationId of ['organisation-a', 'organisation-b']) {
      const destination = sampleDestination({ id: `store of ${organisationId}`, organisationId });
      await storage.destinations.put(destination);
      await createAttempt(storage, { id: `attempt of ${organisationId}`, organisationId }, waiting);
      await storage.deliveries.enqueueNew(destination, limit);
    }
  });
  afterEach(() => close());

  it('is counted for an attempt of its organisation, whoever else asked for it', async () => {
    const watch = createDeliveryWatch({ storage, clock: () => 1, alert: () => Promise.resolve(), limit });
    const attemptId = 'attempt of organisation-a';
    await expect(watch.checkRoom({ organisationId: 'organisation-b', attemptId })).resolves.toBeUndefined();
    await expect(watch.checkRoom({ organisationId: 'organisation-a', attemptId })).rejects.toMatchObject({
      code: 'attempt.backlog',
      params: { pending: waiting },
    });
  });
});
