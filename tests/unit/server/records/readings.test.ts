import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpeningDeps, recordOpening, sameReadingMs } from '../../../../server/records/readings.ts';
import type { AuditEvent } from '../../../../server/records/audit.ts';
import { org } from '../../../contract/storage/sample-rows.ts';
import { openTestStorage } from '../../../support/test-storage.ts';

const opening: AuditEvent = {
  organisationId: org,
  actor: 'person:teacher',
  action: 'sheet.opened',
  subject: 'person:learner',
  details: { attempt: 'attempt-1' },
};

let now: number;
let deps: OpeningDeps;
let opened: Awaited<ReturnType<typeof openTestStorage>>;
beforeEach(async () => {
  opened = await openTestStorage();
  now = 100 * sameReadingMs;
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  deps = { storage: opened.storage, clock: () => now, randomId: () => `id-${now}`, log };
});
afterEach(() => opened.close());

const count = async (): Promise<number> =>
  (await opened.storage.audit.listBySubject(org, 'person:learner', { limit: 99 })).length;

describe('an opened page', () => {
  it('is one reading for ten minutes, also across two of the clock’s spans', async () => {
    now += sameReadingMs / 2;
    await recordOpening(deps, opening);
    now += sameReadingMs - 1;
    await recordOpening(deps, opening);
    expect(await count()).toBe(1);
    now += 2;
    await recordOpening(deps, opening);
    expect(await count()).toBe(2);
  });

  it('is one reading if two requests come at once', async () => {
    await Promise.all([recordOpening(deps, opening), recordOpening(deps, opening)]);
    expect(await count()).toBe(1);
  });

  it.each([
    ['another person of the staff', { actor: 'person:other' }],
    ['another page', { action: 'timeline.opened' }],
    ['another attempt', { details: { attempt: 'attempt-2' } }],
    ['another activity', { details: { attempt: 'attempt-1', activity: 'activity-2' } }],
  ] as const)('is another reading for %s', async (_what, change) => {
    await recordOpening(deps, opening);
    await recordOpening(deps, { ...opening, ...change });
    expect(await count()).toBe(2);
  });
});
