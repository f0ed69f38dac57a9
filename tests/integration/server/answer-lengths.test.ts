/** What the game’s page gets about research has one length, whatever a person answered (ADR 63). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BackgroundAnswers, noBackground } from '../../../server/contract/background.ts';
import type { ResearchAnswer } from '../../../server/contract/research.ts';
import { changeTexts } from '../../../server/organisations/manage-studies.ts';
import { sampleFacts } from '../../contract/storage/study-texts.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { findFirstStudy } from '../../support/first-study.ts';

const all: BackgroundAnswers = {
  ageGroup: '65-and-over',
  schooling: 'no-diploma',
  firstLanguage: 'indigenous',
  computerYears: 'over-10',
};

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
  const study = await findFirstStudy(bench.context.storage);
  const team = { fr: 'Une autre équipe', en: 'Another team' };
  const research = sampleFacts.research && { ...sampleFacts.research, team };
  await changeTexts(bench.context, study, { ...sampleFacts, research });
  await changeTexts(bench.context, study, sampleFacts);
});
afterAll(() => bench.close());

/** Bytes on the wire. */
async function lengthOf({ token }: ApiLearner, path: string): Promise<number> {
  const response = await fetch(`${bench.tool.localUrl}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect([path, response.status, response.headers.get('content-encoding')]).toEqual([path, 200, null]);
  return (await response.arrayBuffer()).byteLength;
}

async function say(learner: ApiLearner, answer: 'given' | 'refused' | 'later' | 'withdrawn'): Promise<void> {
  const { body } = await learner.request<ResearchAnswer>('GET', '/api/research');
  const said = { version: body.question?.version, language: 'fr', answer, future: answer === 'given' };
  expect((await learner.request('POST', '/api/research', said)).status).toBe(200);
}

it('tells everybody alike what the study asked with before', async () => {
  const learner = new ApiLearner(bench);
  await learner.begin(6);
  const { body } = await learner.request<ResearchAnswer>('GET', '/api/research');
  expect(body.question?.version).toBe('3.2');
  expect(body.earlier).toMatchObject([{ versions: ['3.1'] }]);
  expect(body.earlier[0]?.research.en.join(' ')).toContain('Another team');
});

it.each([
  [
    'fr',
    [
      ['given', 4],
      ['refused', 5],
      ['later', 6],
    ],
  ],
  [
    'en',
    [
      ['given', 7],
      ['refused', 8],
    ],
  ],
] as const)(
  'tells neither yes nor no, nor an answer about the person, by its length: %s',
  async (language, people) => {
    const lengths = { '/api/research': new Set<number>(), '/api/background': new Set<number>() };
    const measure = async (learner: ApiLearner): Promise<void> => {
      for (const path of ['/api/research', '/api/background'] as const)
        lengths[path].add(await lengthOf(learner, path));
    };
    for (const [answer, personId] of people) {
      const learner = new ApiLearner(bench);
      await learner.begin(personId, 2, language);
      await measure(learner);
      await say(learner, answer);
      await measure(learner);
      await learner.act({ app: 'frame', type: 'end' });
      await measure(learner);
      if (answer !== 'given') continue;
      for (const answers of [all, { ...noBackground, computerYears: '1-5' }]) {
        expect((await learner.request('POST', '/api/background', { answers })).status).toBe(200);
        await measure(learner);
      }
      await say(learner, 'withdrawn');
      await measure(learner);
    }
    expect([...lengths['/api/research']]).toHaveLength(1);
    expect([...lengths['/api/background']]).toHaveLength(1);
  },
);
