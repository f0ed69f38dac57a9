/** The notice of a study: read at any time, and accepted again if it changes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeAnswer } from '../../../server/contract/notice.ts';
import type { AttemptAnswer } from '../../../server/contract/play.ts';
import type { Problem } from '../../../server/contract/session.ts';
import { noFacts, type StudyFacts } from '../../../server/contract/study-facts.ts';
import { changeTexts } from '../../../server/organisations/manage-studies.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

let bench: DeliveryBench;
let organisationId: string;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
  const [organisation] = await bench.context.storage.organisations.list({ limit: 1 });
  organisationId = organisation?.id ?? '';
});
afterAll(() => bench.close());

async function tell(change: Partial<StudyFacts>): Promise<void> {
  const [study] = await bench.context.storage.studies.list(organisationId, { limit: 1 });
  if (study === undefined) throw new Error('no study');
  await changeTexts(bench.context, study, { ...noFacts, ...change });
}

async function read(learner: ApiLearner): Promise<NoticeAnswer> {
  return (await learner.request<NoticeAnswer>('GET', '/api/notice')).body;
}

async function find(learner: ApiLearner): Promise<AttemptAnswer> {
  return (await learner.request<AttemptAnswer>('GET', '/api/attempt')).body;
}

async function listKinds(attemptId: string): Promise<string[]> {
  const page = { fromSeq: 1, limit: 100 };
  const entries = await bench.context.storage.attempts.listEntries(organisationId, attemptId, page);
  return entries.map(({ entry }) => entry.kind);
}

describe('the notice of a study', () => {
  it('is whole before the attempt, and is asked again only if it reads differently', async () => {
    const learner = new ApiLearner(bench);
    await learner.launch(4);
    const first = await read(learner);
    expect(first.version).toBe('5.0');
    expect(first.sections.fr).toHaveLength(6);
    await learner.startAttempt();
    expect(await find(learner)).toMatchObject({ noticeVersion: '5.0', noticeIsNew: false });

    await tell({ contact: 'vie.privee@coop.example' });
    expect(await find(learner)).toMatchObject({ noticeVersion: '5.1', noticeIsNew: true });
    const changed = await read(learner);
    expect(changed.version).toBe('5.1');
    expect(changed.sections.en.flatMap(({ sentences }) => sentences)).toContain(
      'For your questions: vie.privee@coop.example',
    );
    await tell({ contact: 'vie.privee@coop.example' });
    expect(await find(learner)).toMatchObject({ noticeVersion: '5.1' });

    const path = `/api/attempts/${learner.attempt.id}/notice`;
    const outdated = await learner.request<Problem>('POST', path, { noticeVersion: '5.0' });
    expect([outdated.status, outdated.body.code]).toEqual([409, 'notice.outdated']);
    for (const time of [1, 2]) {
      const { status } = await learner.request('POST', path, { noticeVersion: '5.1' });
      expect([time, status]).toEqual([time, 200]);
    }
    expect(await find(learner)).toMatchObject({ noticeIsNew: false });
    const accepted = (await listKinds(learner.attempt.id)).filter((kind) => kind === 'notice-accepted');
    expect(accepted).toHaveLength(2);
  });

  it('starts an attempt only in the version of now, and stays unasked after an attempt', async () => {
    const learner = new ApiLearner(bench);
    await learner.launch(5);
    await tell({ contact: 'autre@coop.example' });
    const request = { noticeVersion: '5.1', language: 'fr', number: 1 };
    const early = await learner.request<Problem>('POST', '/api/attempts', request);
    expect([early.status, early.body.code]).toEqual([409, 'notice.outdated']);
    await learner.startAttempt();
    await learner.act({ app: 'frame', type: 'end' });
    await tell({ contact: 'encore@coop.example' });
    expect(await find(learner)).toMatchObject({ noticeVersion: '5.3', noticeIsNew: false });
  });
});
