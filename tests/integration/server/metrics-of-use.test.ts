/** Metrics of requests, launches and play, and that no visitor can add series. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { until } from '../../support/until.ts';

const token = 'a-token-of-thirty-two-characters';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now(), { METRICS_TOKEN: token });
});
afterAll(() => bench.close());

async function read(): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${bench.tool.localUrl}/metrics`, { headers })).text();
}

/** Value of one of our series, 0 if it does not exist. */
function valueOf(text: string, series: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? 0 : Number(line.slice(series.length + 1));
}

/** Series of ours by their labels, without values. */
function seriesOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.startsWith('numplus_'));
  return lines.map((line) => line.slice(0, line.lastIndexOf(' '))).sort();
}

const actions =
  'numplus_http_requests_total{method="POST",route="/api/attempts/:attemptId/actions",status="2xx"}';

describe('metrics of use', () => {
  it('count launches, actions, refused actions, divergences and grades', async () => {
    const learner = new ApiLearner(bench);
    const scene = await learner.begin(4);
    const way = rightWay(scene);
    await learner.act({ app: 'mail', type: 'open', messageId: 'nowhere' });
    const [first, ...others] = way;
    if (first === undefined) throw new Error('nothing to do');
    await learner.send(learner.number([first]), { stateHash: 'another-world' });
    await learner.act(...others, done);
    await bench.work();
    const text = await until('the last request is counted', async () => {
      const seen = await read();
      return valueOf(seen, actions) === 3 ? seen : undefined;
    });
    expect(valueOf(text, 'numplus_launches_total{outcome="accepted"}')).toBe(1);
    expect(valueOf(text, 'numplus_actions_total')).toBe(way.length + 2);
    expect(valueOf(text, 'numplus_actions_rejected_total')).toBe(1);
    expect(valueOf(text, 'numplus_world_divergences_total')).toBe(1);
    expect(valueOf(text, 'numplus_grades{state="sent"}')).toBe(1);
    expect(valueOf(text, 'numplus_grades{state="failed"}')).toBe(0);
    expect(valueOf(text, 'numplus_http_request_seconds_count{route="/lti/launch"}')).toBe(1);
  });

  it('count refused launches by their code', async () => {
    const form = { method: 'POST', body: new URLSearchParams({ iss: 'https://nobody.example' }) };
    expect((await fetch(`${bench.tool.localUrl}/lti/login`, form)).status).toBe(400);
    const refused = 'numplus_launches_total{outcome="lti.login-incomplete"}';
    const text = await until('the refusal is counted', async () => {
      const seen = await read();
      return valueOf(seen, refused) > 0 ? seen : undefined;
    });
    expect(valueOf(text, refused)).toBe(1);
  });

  it('get no new series from addresses, methods and codes that a visitor makes up', async () => {
    const strange = async (): Promise<void> => {
      const id = randomUUID();
      const { localUrl } = bench.tool;
      for (const path of [
        `/${id}`,
        `/api/${id}`,
        `/API/attempts/${id}/scenes/${id}`,
        `/api/attempts/${id}/scenes/${id}?code=${id}`,
        `/lti/register/${id}`,
        `/LTI/keys/${id}`,
        `/play/${id}`,
        `/xapi/verbs/${id}`,
        `/assets/${id}.js`,
      ]) {
        await (await fetch(`${localUrl}${path}`, { headers: { authorization: `Bearer ${id}` } })).text();
      }
      await (await fetch(`${localUrl}/api/attempt`, { method: 'PROPFIND' })).text();
      await (
        await fetch(`${localUrl}/lti/launch`, { method: 'POST', body: new URLSearchParams({ state: id }) })
      ).text();
    };
    await strange();
    await strange();
    const before = seriesOf(await read());
    for (let round = 0; round < 5; round += 1) await strange();
    expect(seriesOf(await read())).toEqual(before);
    const ofOthers = before.filter((series) => !series.startsWith('numplus_delivery_'));
    expect(ofOthers.join('\n')).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    expect(before.length).toBeLessThan(400);
  });
});
