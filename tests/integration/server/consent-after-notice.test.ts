/** Nobody agrees to research before the notice; what takes a yes back is taken at any time, also of later research alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptAnswer } from '../../../server/contract/play.ts';
import { changeTexts } from '../../../server/organisations/manage-studies.ts';
import type { Study } from '../../../server/storage/ports/organisations.ts';
import { sampleFacts } from '../../contract/storage/study-texts.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { findFirstStudy } from '../../support/first-study.ts';
import { answerResearch as say, readResearch as read } from '../../support/research-answers.ts';

let bench: DeliveryBench;
let study: Study;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
  study = await findFirstStudy(bench.context.storage);
  await changeTexts(bench.context, study, sampleFacts);
});
afterAll(() => bench.close());

async function enter(personId: number): Promise<ApiLearner> {
  const learner = new ApiLearner(bench);
  await learner.begin(personId);
  return learner;
}

async function gateOf({ attempt }: ApiLearner): Promise<string | undefined> {
  const found = await bench.context.storage.attempts.find(study.organisationId, attempt.id);
  return found?.progress.research;
}

describe('an answer about research', () => {
  it('takes no answer before the notice is accepted, but a yes of another activity back', async () => {
    const learner = new ApiLearner(bench);
    await learner.launch(4);
    expect(await read(learner)).toMatchObject({ mayAnswer: false, answer: null });
    for (const answer of ['given', 'refused', 'later'] as const) {
      const early = await say(learner, answer);
      expect([early.status, early.body.code]).toEqual([403, 'session.forbidden']);
    }
    await learner.startAttempt();
    expect((await say(learner, 'given')).body).toMatchObject({ answer: 'given', mayAnswer: true });
    await learner.launch(4, 3);
    expect(await read(learner)).toMatchObject({ mayAnswer: false, answer: 'given' });
    expect((await say(learner, 'refused')).status).toBe(403);
    expect((await say(learner, 'withdrawn')).body).toMatchObject({ answer: 'withdrawn' });
  });

  it('takes no answer either while a changed notice waits', async () => {
    const learner = await enter(5);
    await changeTexts(bench.context, study, { ...sampleFacts, contact: 'autre@coop.example' });
    expect((await say(learner, 'given')).status).toBe(403);
    const { body } = await learner.request<AttemptAnswer>('GET', '/api/attempt');
    const { noticeVersion } = body;
    await learner.request('POST', `/api/attempts/${learner.attempt.id}/notice`, { noticeVersion });
    expect((await say(learner, 'given')).status).toBe(200);
    await changeTexts(bench.context, study, sampleFacts);
  });

  it('takes back later research alone, also once the words changed, and says when that was', async () => {
    const learner = await enter(6);
    await say(learner, 'given', { future: true });
    const { answered } = await read(learner);
    expect(answered?.at).toBeGreaterThan(0);
    const version = answered?.version ?? '';
    const research = sampleFacts.research && { ...sampleFacts.research, keptMonths: 13 };
    await changeTexts(bench.context, study, { ...sampleFacts, research });
    const left = await say(learner, 'given', { version });
    expect(left.body).toMatchObject({ answer: 'given', future: false, answered: { version } });
    expect(await gateOf(learner)).toBe('given');
    // A yes to more needs the words of today.
    expect((await say(learner, 'given', { version, future: true })).body.code).toBe('notice.outdated');
    await changeTexts(bench.context, study, sampleFacts);
  });
});
