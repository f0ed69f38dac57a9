/** The demo's invented study, before anybody has played in it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDemoStudy } from '../../../server/cli/demo-study.ts';
import type { ResearchAnswer } from '../../../server/contract/research.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
  const { platforms } = bench.context.storage;
  const [registration] = await platforms.listRegistrationsByIssuer(bench.lms.issuer);
  if (registration === undefined) throw new Error('no registration');
  const store = { endpoint: 'http://127.0.0.1:9/xapi', key: 'key', secret: 'secret' };
  await addDemoStudy(bench.context, { registration, deploymentId: '1', store });
});
afterAll(() => bench.close());

async function ask(activity: number): Promise<ResearchAnswer['question']> {
  const learner = new ApiLearner(bench);
  await learner.launch(4, activity);
  return (await learner.request<ResearchAnswer>('GET', '/api/research')).body.question;
}

describe('the study of the demo', () => {
  it('asks about research in the two first activities, and says that it is invented', async () => {
    expect((await ask(2))?.research.fr).toContain('Cette étude est inventée, pour montrer la question.');
    expect((await ask(3))?.research.en).toContain('This study is invented, to show the question.');
  });

  it('asks nothing elsewhere', async () => {
    const { storage } = bench.context;
    const [organisation] = await storage.organisations.list({ limit: 1 });
    const studies = await storage.studies.list(organisation?.id ?? '', { limit: 9 });
    expect(studies.map(({ name }) => name)).toEqual(['default', 'Étude d’exemple (fiction)']);
    const places = await storage.studyPlaces.listByStudy(organisation?.id ?? '', studies[1]?.id ?? '', 9);
    expect(places).toHaveLength(2);
  });

  it('sends its statements to the store of the others', async () => {
    const destinations = await bench.context.storage.destinations.list({ limit: 9 });
    expect(destinations).toContainEqual(
      expect.objectContaining({ endpoint: 'http://127.0.0.1:9/xapi', purpose: 'operational' }),
    );
  });
});
