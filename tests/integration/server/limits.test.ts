/** The limit per launch over real HTTP: who asks too often waits until their own minute is over. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler } from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../server/base/errors.ts';
import { limitPerLaunch } from '../../../server/http/limits.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

let now: number;
let server: Server;

const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof AppError) response.status(error.status).end();
  else next(error);
};

beforeEach(async () => {
  now = 1_000;
  const app = express();
  const limit = limitPerLaunch(3, () => now);
  app.use(({ headers }, response) => {
    limit({ id: String(headers['x-launch']) }, response);
    response.end();
  });
  app.use(answerError);
  server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

afterEach(async () => {
  await new Promise((closed) => server.close(closed));
});

/** Status of one request, and how long it says to wait. */
async function ask(launch: string): Promise<[status: number, retryAfter: string | null]> {
  const { port } = server.address() as AddressInfo;
  const headers = { connection: 'close', 'x-launch': launch };
  const { status, headers: told } = await fetch(`http://127.0.0.1:${port}/`, { headers });
  return [status, told.get('retry-after')];
}

async function askTimes(times: number, launch: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let at = 0; at < times; at += 1) statuses.push((await ask(launch))[0]);
  return statuses;
}

describe('a launch', () => {
  it('whose page asks too often is refused, with the time until its minute is over', async () => {
    expect(await askTimes(3, 'one')).toEqual([200, 200, 200]);
    now += 20_500;
    expect(await ask('one')).toEqual([429, '40']);
  });

  it('does not slow down others', async () => {
    await askTimes(4, 'one');
    expect(await askTimes(3, 'two')).toEqual([200, 200, 200]);
  });

  it('may ask a minute after the first request, however often it was refused meanwhile', async () => {
    expect(await askTimes(3, 'one')).toEqual([200, 200, 200]);
    now += 59_000;
    expect(await askTimes(2, 'one')).toEqual([429, 429]);
    now += 1_001;
    expect(await askTimes(4, 'one')).toEqual([200, 200, 200, 429]);
  });
});

describe('the readings of a scene in a minute', () => {
  it('count together, however the token is written and renewed', async () => {
    const bench = await DeliveryBench.start(Date.now());
    try {
      const learner = new ApiLearner(bench);
      await learner.begin(4);
      const url = `${bench.tool.localUrl}/api/attempts/${learner.attempt.id}/scenes/1`;
      const read = async (scheme: string): Promise<number> => {
        const { status } = await fetch(url, { headers: { authorization: `${scheme} ${learner.token}` } });
        return status;
      };
      const statuses: number[] = [];
      for (const scheme of ['Bearer', 'bearer', 'BEARER', 'bEaReR']) {
        await learner.refresh();
        for (let at = 0; at < 40; at += 1) statuses.push(await read(scheme));
      }
      expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
      expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(120);
    } finally {
      await bench.close();
    }
  });
});
