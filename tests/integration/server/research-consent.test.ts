/** Research is asked by the game, after the first scored scene; a yes opens the gate, also for what came before. */
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
});
afterAll(() => bench.close());

async function enter(personId: number): Promise<ApiLearner> {
  const learner = new ApiLearner(bench);
  await learner.begin(personId);
  return learner;
}

async function asks(learner: ApiLearner): Promise<boolean> {
  return (await learner.request<AttemptAnswer>('GET', '/api/attempt')).body.asksResearch;
}

async function gateOf({ attempt }: ApiLearner): Promise<string | undefined> {
  const found = await bench.context.storage.attempts.find(study.organisationId, attempt.id);
  return found?.progress.research;
}

describe('the question about research', () => {
  it('is not asked by a study without research', async () => {
    const learner = await enter(4);
    expect(await asks(learner)).toBe(false);
    const nothing = { question: null, answer: null, future: false, others: [] };
    expect(await read(learner)).toMatchObject(nothing);
  });

  it('opens and closes the gate of every attempt of the person, without a log entry', async () => {
    await changeTexts(bench.context, study, sampleFacts);
    const learner = await enter(5);
    expect(await asks(learner)).toBe(true);
    expect(await gateOf(learner)).toBe('not-asked');
    const given = await say(learner, 'given', { future: true });
    expect(given.body).toMatchObject({ answer: 'given', future: true });
    expect(await gateOf(learner)).toBe('given');
    expect(await asks(learner)).toBe(false);
    const { storage } = bench.context;
    const { id } = learner.attempt;
    const entries = await storage.attempts.listEntries(study.organisationId, id, { fromSeq: 1, limit: 99 });
    expect(JSON.stringify(entries)).not.toContain('given');
    expect((await say(learner, 'withdrawn')).body).toMatchObject({ answer: 'withdrawn', future: false });
    expect(await gateOf(learner)).toBe('not-asked');
    expect(await asks(learner)).toBe(false);
  });

  it('leaves no trace of a refusal in the attempt, and the next attempt follows the last answer', async () => {
    const learner = await enter(6);
    await say(learner, 'refused');
    expect(await gateOf(learner)).toBe('not-asked');
    await say(learner, 'given');
    await learner.act({ app: 'frame', type: 'end' });
    await learner.startAttempt();
    expect(learner.attempt.number).toBe(2);
    expect(await gateOf(learner)).toBe('given');
  });

  it('waits if the person says later, and asks only once more', async () => {
    const learner = await enter(7);
    await say(learner, 'later');
    expect(await asks(learner)).toBe(true);
    await say(learner, 'later');
    expect(await asks(learner)).toBe(false);
    expect((await read(learner)).answer).toBeNull();
  });

  it('refuses an answer to other words, but not a withdrawal; changed words are asked again', async () => {
    const learner = await enter(8);
    await say(learner, 'given');
    const research = sampleFacts.research && { ...sampleFacts.research, keptMonths: 12 };
    await changeTexts(bench.context, study, { ...sampleFacts, research });
    expect(await asks(learner)).toBe(true);
    // What was agreed to holds until then.
    expect(await gateOf(learner)).toBe('given');
    const old = await say(learner, 'refused', { version: '3.1' });
    expect([old.status, old.body.code]).toEqual([409, 'notice.outdated']);
    await changeTexts(bench.context, study, { ...sampleFacts, research: null });
    expect((await say(learner, 'withdrawn')).status).toBe(200);
    expect(await gateOf(learner)).toBe('not-asked');
  });

  it('seals every answer to one length, whatever it is', async () => {
    const { storage } = bench.context;
    const lengths = new Set<number>();
    for (const personId of [5, 6, 7, 8]) {
      const learner = new ApiLearner(bench);
      await learner.launch(personId);
      await learner.find();
      const { attempt } = (await storage.attempts.find(study.organisationId, learner.attempt.id)) ?? {};
      const row = await storage.consents.find(study.organisationId, study.id, attempt?.personId ?? '');
      expect(row?.sealed).not.toContain('given');
      lengths.add(row?.sealed.length ?? 0);
    }
    expect(lengths.size).toBe(1);
  });
});
