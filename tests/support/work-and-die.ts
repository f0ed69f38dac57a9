/** A worker that posts grades and dies before it stores the outcome. */
import { randomUUID } from 'node:crypto';
import { createGuardedFetch } from '../../lti/net/guarded-fetch.ts';
import { createGrades } from '../../lti/services/grades.ts';
import { createLineItems } from '../../lti/services/line-items.ts';
import { showCountingGrade } from '../../server/attempts/counting-grade.ts';
import { withdrawIfStaff } from '../../server/attempts/withdraw-staff.ts';
import type { Context } from '../../server/context.ts';
import { createDimensionLineItems } from '../../server/delivery/dimension-line-items.ts';
import { createGradeTask } from '../../server/delivery/send-grades.ts';

export async function workAndDie(context: Context): Promise<void> {
  const { provider, storage, log, clock } = context;
  const guardedFetch = createGuardedFetch({ allowInsecureLoopback: true });
  const services = { accessTokens: provider.accessTokens, guardedFetch, clock };
  const died = new Error('the process died');
  const task = createGradeTask({
    clock,
    log,
    randomId: randomUUID,
    chance: () => 0.5,
    grades: { ...storage.grades, settle: () => Promise.reject(died) },
    attempts: storage.attempts,
    persons: storage.persons,
    platforms: storage.platforms,
    resourceLinks: storage.resourceLinks,
    dimensionLineItems: createDimensionLineItems({
      clock,
      attempts: storage.attempts,
      resourceLinks: storage.resourceLinks,
      rows: storage.ltiRows,
      lineItems: createLineItems(services),
    }),
    findLinkLineItem: ({ lineItemUrl }) => Promise.resolve({ kind: 'there', url: lineItemUrl }),
    client: createGrades(services),
    showCountingGrade: (player) => showCountingGrade(context, player),
    withdrawIfStaff: (player) => withdrawIfStaff(context, player),
  });
  await task.run(new AbortController().signal).catch((error: unknown) => {
    if (error !== died) throw error;
  });
}
