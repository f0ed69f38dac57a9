import { afterAll, beforeAll, expect, it } from 'vitest';
import { approvePlatform, removePlatform } from '../../../server/organisations/manage-platform.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

const [teacherId, learnerId] = [3, 4] as const;

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
afterAll(() => bench.close());

it('removing a platform ends its sessions, not only its launches', async () => {
  const [teacher, learner] = [new ApiLearner(bench), new ApiLearner(bench)];
  await teacher.launch(teacherId);
  await learner.begin(learnerId);
  const ask = async (): Promise<number[]> => [
    (await teacher.request('GET', '/api/activity')).status,
    (await learner.request('GET', '/api/attempt')).status,
  ];
  expect(await ask()).toEqual([200, 200]);
  const ref = learner.pagePath.split('/').at(-1) ?? '';
  await removePlatform(bench.context, ref);
  expect(await ask()).toEqual([401, 401]);

  // What they did was stored, and is available once the platform is added again.
  await approvePlatform(bench.context, ref);
  expect(await ask()).toEqual([200, 200]);
});
