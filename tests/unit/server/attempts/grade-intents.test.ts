import { describe, expect, it } from 'vitest';
import { gradeIntents } from '../../../../server/attempts/grade-intents.ts';
import type { PlayerLaunch } from '../../../../server/attempts/services.ts';
import type { Attempt, AttemptProgress } from '../../../../server/storage/ports/attempts.ts';
import { sampleAttempt, sampleMeasure, sampleProgress } from '../../../contract/storage/sample-attempts.ts';
import { sampleLaunch } from '../../../contract/storage/sample-rows.ts';
import { content } from '../../../support/s02.ts';

const resourceLinks = { find: () => Promise.resolve(undefined) };
const lineItemUrl = 'https://lms.example/items/1';
async function gradedAt(
  launch: Partial<PlayerLaunch>,
  attempt: Partial<Attempt> = {},
  progress: Partial<AttemptProgress> = {},
): Promise<string[]> {
  const player: PlayerLaunch = { ...sampleLaunch(launch), personId: 'person-1', resourceLinkId: 'link-1' };
  const measured = sampleProgress(4, { measure: sampleMeasure, score: 59, ...progress });
  const work = { attempt: sampleAttempt(attempt), progress: measured, receivedAt: 5 };
  const services = { content, randomId: () => 'grade-1', storage: { resourceLinks } };
  const intents = await gradeIntents(services, player, work, { log: [], dueAt: 9 });
  for (const intent of intents) expect(intent).toMatchObject({ score: 59, createdAt: 5, dueAt: 9 });
  return intents.map((intent) => intent.lineItemUrl);
}

describe('a grade', () => {
  it('goes to the line item of a learner’s launch', async () => {
    expect(await gradedAt({ lineItemUrl })).toEqual([lineItemUrl]);
    expect(await gradedAt({ lineItemUrl: null, lineItemsUrl: null })).toEqual([]);
  });

  it('goes to the link’s line item, still to be found, if the launch names only the list', async () => {
    const lineItemsUrl = 'https://lms.example/items?type_id=1';
    expect(await gradedAt({ lineItemUrl: null, lineItemsUrl })).toEqual([`${lineItemsUrl}#link/link-1`]);
  });

  it('is sent only when enough was played for a score', async () => {
    expect(await gradedAt({ lineItemUrl }, {}, { score: null })).toEqual([]);
    expect(await gradedAt({ lineItemUrl }, {}, { measure: null, score: null })).toEqual([]);
  });

  it('is not sent for anybody else, even if the launch names a line item', async () => {
    expect(await gradedAt({ lineItemUrl, role: 'staff' })).toEqual([]);
    expect(await gradedAt({ lineItemUrl, testUser: true })).toEqual([]);
    expect(await gradedAt({ lineItemUrl }, { practice: true })).toEqual([]);
  });
});
