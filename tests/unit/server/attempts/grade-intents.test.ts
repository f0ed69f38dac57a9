import { describe, expect, it } from 'vitest';
import type { SceneResult } from '../../../../scenarios/log.ts';
import { gradeIntents } from '../../../../server/attempts/grade-intents.ts';
import type { Asker } from '../../../../server/attempts/services.ts';
import type { Attempt } from '../../../../server/storage/ports/attempts.ts';
import { sampleAttempt } from '../../../contract/storage/sample-attempts.ts';
import { sampleLaunch } from '../../../contract/storage/sample-rows.ts';
import { content } from '../../../support/s02.ts';

const lineItemUrl = 'https://lms.example/items/1';
const results: readonly SceneResult[] = [
  {
    ...{ rules: [], misconceptions: [] },
    items: [{ item: 's02-com', dimension: 'COM', points: 3, max: 4, skipped: false }],
  },
];

/** Line items of those who are graded in the gradebook. */
function gradedAt(launch: Partial<Asker>, attempt: Partial<Attempt> = {}): string[] {
  const asker: Asker = { ...sampleLaunch(launch), personId: 'person-1', resourceLinkId: 'link-1' };
  const work = { attempt: sampleAttempt(attempt), receivedAt: 5 };
  const outcome = { score: 75, done: 1, results };
  const intents = gradeIntents({ content, randomId: () => 'grade-1' }, asker, work, outcome);
  return intents.map((intent) => intent.lineItemUrl);
}

describe('a grade', () => {
  it('goes to the line item of a learner’s launch', () => {
    expect(gradedAt({ lineItemUrl })).toEqual([lineItemUrl]);
    expect(gradedAt({ lineItemUrl: null })).toEqual([]);
  });

  it('is for nobody else, even where the launch names a line item', () => {
    expect(gradedAt({ lineItemUrl, role: 'staff' })).toEqual([]);
    expect(gradedAt({ lineItemUrl, testUser: true })).toEqual([]);
    expect(gradedAt({ lineItemUrl }, { practice: true })).toEqual([]);
  });
});
