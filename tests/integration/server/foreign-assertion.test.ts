import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPlatform } from '../../../server/organisations/add-platform.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

const scope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';
let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
afterAll(() => bench.close());

/** Another LMS of the same tool, which keeps what it is sent and gives no token. */
async function catchAssertion(clientId: string, tokenAudience: string): Promise<URLSearchParams> {
  let caught = '';
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => (caught += chunk.toString()));
    request.on('end', () => response.writeHead(400).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const addresses = { authorizationUrl: `${url}/auth`, tokenUrl: `${url}/token`, keySetUrl: `${url}/keys` };
  const client = { issuer: url, clientId };
  const rest = { deploymentIds: [], origins: [], tokenAudience };
  await addPlatform(bench.context, { ...client, ...addresses, ...rest, name: 'Other school' });
  await bench.context.provider.accessTokens.get(client, [scope]);
  await new Promise((done) => server.close(done));
  return new URLSearchParams(caught);
}

function askForToken(form: URLSearchParams): Promise<Response> {
  return fetch(bench.lms.endpoints.token, { method: 'POST', body: form });
}

it('an assertion signed for one LMS is refused at another with the same client id', async () => {
  const own = { issuer: bench.lms.issuer, clientId: 'client-1' };
  expect(await bench.context.provider.accessTokens.get(own, [scope])).toMatchObject({ ok: true });
  const caught = await catchAssertion('client-1', bench.lms.endpoints.token);
  expect(caught.get('client_assertion')).toMatch(/^ey/);
  expect((await askForToken(caught)).status).toBe(400);
});

it('an unknown platform has an empty key set, which is not cached', async () => {
  const answer = await fetch(`${bench.context.publicUrl}/lti/keys/nobody`);
  expect(await answer.json()).toEqual({ keys: [] });
  expect(answer.headers.get('cache-control')).toBe('no-store');
});
