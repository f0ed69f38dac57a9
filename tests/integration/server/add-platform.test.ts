import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPlatform } from '../../../server/organisations/add-platform.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start();
});
afterAll(() => bench.close());

it('an interrupted command to add an LMS completes when it is repeated', async () => {
  const { storage } = bench.context;
  const issuer = 'https://moodle.example.org';
  const newPlatform = {
    name: 'Moodle',
    issuer,
    clientId: 'client-9',
    authorizationUrl: `${issuer}/auth`,
    tokenUrl: `${issuer}/token`,
    keySetUrl: `${issuer}/keys`,
    deploymentIds: ['1', '2'],
    origins: [],
  };
  let calls = 0;
  const platforms: typeof storage.platforms = {
    ...storage.platforms,
    ensureDeployment: (deployment) => {
      calls += 1;
      return calls === 2
        ? Promise.reject(new Error('power cut'))
        : storage.platforms.ensureDeployment(deployment);
    },
  };
  const cut = addPlatform({ ...bench.context, storage: { ...storage, platforms } }, newPlatform);
  await expect(cut).rejects.toThrow('power cut');
  await addPlatform(bench.context, newPlatform);
  const [registration] = await storage.platforms.listRegistrationsByIssuer(issuer, 'client-9');
  if (registration === undefined) throw new Error('no registration');
  const { organisationId, platformId } = registration;
  const deployments = await storage.platforms.listDeployments(organisationId, platformId, { limit: 10 });
  expect(deployments.map(({ deploymentId, status }) => [deploymentId, status])).toEqual([
    ['1', 'approved'],
    ['2', 'approved'],
  ]);
});
