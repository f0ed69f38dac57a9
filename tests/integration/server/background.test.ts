/** Background questions: after the play, only to who agreed; removed by a withdrawal (ADR 58). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BackgroundAnswer,
  type BackgroundAnswers,
  backgroundKeys,
  noBackground,
} from '../../../server/contract/background.ts';
import type { ResearchAnswer } from '../../../server/contract/research.ts';
import type { Problem } from '../../../server/contract/session.ts';
import { changeTexts } from '../../../server/organisations/manage-studies.ts';
import type { PersonCopy } from '../../../server/own-data/person-copy.ts';
import type { Background } from '../../../server/storage/ports/backgrounds.ts';
import type { Study } from '../../../server/storage/ports/organisations.ts';
import { sampleFacts } from '../../contract/storage/study-texts.ts';
import { type Answer, ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { findFirstStudy } from '../../support/first-study.ts';

const some: BackgroundAnswers = { ...noBackground, ageGroup: '65-and-over', firstLanguage: 'indigenous' };

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

async function consent(learner: ApiLearner, answer: 'given' | 'refused' | 'withdrawn'): Promise<void> {
  const { body } = await learner.request<ResearchAnswer>('GET', '/api/research');
  const version = body.question?.version ?? 'closed';
  const said = { version, language: 'fr', answer, future: false };
  expect((await learner.request('POST', '/api/research', said)).status).toBe(200);
}

const entered = new Map<number, ApiLearner>();

/** The same page for a person who came before; without answers. */
async function agreeAndFinish(personId: number): Promise<ApiLearner> {
  const before = entered.get(personId);
  const learner = before ?? (await enter(personId));
  entered.set(personId, learner);
  await consent(learner, 'given');
  if (before === undefined) await learner.act({ app: 'frame', type: 'end' });
  expect((await put(learner, noBackground)).status).toBe(200);
  return learner;
}

async function read(learner: ApiLearner): Promise<BackgroundAnswer> {
  return (await learner.request<BackgroundAnswer>('GET', '/api/background')).body;
}

function put(learner: ApiLearner, answers: unknown): Promise<Answer<BackgroundAnswer & Problem>> {
  return learner.request('POST', '/api/background', { answers });
}

async function stored({ attempt }: ApiLearner): Promise<Background | undefined> {
  const { storage } = bench.context;
  const found = await storage.attempts.find(study.organisationId, attempt.id);
  return storage.backgrounds.find(study.organisationId, study.id, found?.attempt.personId ?? '');
}

describe('background questions', () => {
  it('are asked once the play is over, of who agreed', async () => {
    const learner = await enter(4);
    await consent(learner, 'given');
    expect((await read(learner)).isAsked).toBe(false);
    expect((await put(learner, some)).status).toBe(403);
    await learner.act({ app: 'frame', type: 'end' });
    const { isAsked, questions, answers } = await read(learner);
    expect(isAsked).toBe(true);
    expect(questions.map(({ key }) => key)).toEqual(backgroundKeys);
    expect(answers).toEqual(noBackground);
  });

  it('are not asked of who said no, or said nothing', async () => {
    for (const personId of [5, 6]) {
      const learner = await enter(personId);
      if (personId === 5) await consent(learner, 'refused');
      await learner.act({ app: 'frame', type: 'end' });
      expect(await read(learner)).toMatchObject({ isAsked: false, answers: noBackground });
      const refused = await put(learner, some);
      expect([refused.status, refused.body.code]).toEqual([403, 'session.forbidden']);
      expect(await stored(learner)).toBeUndefined();
    }
  });

  it('are answered one by one, changed, and removed if every answer is taken back', async () => {
    const learner = await agreeAndFinish(7);
    expect((await put(learner, some)).body.answers).toEqual(some);
    expect((await put(learner, { ...some, ageGroup: null })).body.answers).toMatchObject({ ageGroup: null });
    expect((await read(learner)).answers.firstLanguage).toBe('indigenous');
    expect((await put(learner, noBackground)).body.answers).toEqual(noBackground);
    expect(await stored(learner)).toBeUndefined();
  });

  it('take only codes that exist', async () => {
    const learner = await agreeAndFinish(7);
    const wrong = [
      { ...some, ageGroup: '42' },
      { ...some, more: 'x' },
      { ageGroup: '18-24' },
      { ...some, schooling: 'x'.repeat(2_000) },
    ];
    for (const answers of wrong) {
      const { status } = await put(learner, answers);
      expect([400, 413].includes(status)).toBe(true);
    }
    expect(await stored(learner)).toBeUndefined();
  });

  it('are sealed to one length, whatever the answers', async () => {
    const learner = await agreeAndFinish(7);
    const lengths = new Set<number>();
    const full = { ...some, schooling: 'no-diploma', computerYears: 'over-10' } as const;
    for (const answers of [some, full, { ...noBackground, computerYears: '1-5' as const }]) {
      await put(learner, answers);
      const row = await stored(learner);
      expect(row?.sealed).not.toContain('indigenous');
      lengths.add(row?.sealed.length ?? 0);
    }
    expect(lengths.size).toBe(1);
  });

  it('are in the own copy, in words and as codes', async () => {
    const learner = await agreeAndFinish(7);
    await put(learner, some);
    const data = await learner.request('GET', '/api/own-data/copy?form=data&language=fr');
    const copy = data.body as PersonCopy;
    expect(copy.studies[0]?.background?.answers).toEqual(some);
    const kept = await learner.request<{ sections: unknown }>('GET', '/api/own-data');
    expect(JSON.stringify(kept.body.sections)).toContain('2 answers about yourself, encrypted');
  });

  it('are gone after a withdrawal and do not come back with a new yes', async () => {
    const learner = await agreeAndFinish(7);
    await put(learner, some);
    expect(await stored(learner)).toBeDefined();
    await consent(learner, 'withdrawn');
    expect(await stored(learner)).toBeUndefined();
    expect((await read(learner)).isAsked).toBe(false);
    await consent(learner, 'given');
    expect((await read(learner)).answers).toEqual(noBackground);
  });

  it('wait until people agreed to words that speak of them, but can be changed once answered', async () => {
    const answered = await agreeAndFinish(7);
    await put(answered, some);
    const silent = await agreeAndFinish(8);
    const research = sampleFacts.research && { ...sampleFacts.research, keptMonths: 12 };
    await changeTexts(bench.context, study, { ...sampleFacts, research });
    expect((await read(silent)).isAsked).toBe(false);
    expect((await read(answered)).answers).toEqual(some);
    await changeTexts(bench.context, study, { ...sampleFacts, research: null });
    expect((await put(answered, { ...some, ageGroup: '55-64' })).status).toBe(200);
    await consent(answered, 'withdrawn');
    expect(await stored(answered)).toBeUndefined();
  });
});
