/** The limit per bearer token over real HTTP: a client that asks too often waits until its own minute is over. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler } from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../server/base/errors.ts';
import { limitPerBearer } from '../../../server/http/limits.ts';
import { createSecrets } from '../../../server/base/secrets.ts';

const secrets = createSecrets('a key that is long enough: 0123456789abc');
let now: number;
let server: Server;

const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof AppError) response.status(error.status).end();
  else next(error);
};

beforeEach(async () => {
  now = 1_000;
  const app = express();
  app.use(limitPerBearer(secrets, 3, () => now));
  app.use((_request, response) => void response.end());
  app.use(answerError);
  server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

afterEach(async () => {
  await new Promise((closed) => server.close(closed));
});

/** Status of one request, and how long it says to wait. */
async function ask(bearer?: string): Promise<[status: number, retryAfter: string | null]> {
  const { port } = server.address() as AddressInfo;
  const headers = {
    connection: 'close',
    ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
  };
  const { status, headers: told } = await fetch(`http://127.0.0.1:${port}/`, { headers });
  return [status, told.get('retry-after')];
}

async function askTimes(times: number, bearer?: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let at = 0; at < times; at += 1) statuses.push((await ask(bearer))[0]);
  return statuses;
}

describe('a bearer token', () => {
  it('that is used too often is refused, with the time until its minute is over', async () => {
    expect(await askTimes(3, 'one')).toEqual([200, 200, 200]);
    now += 20_500;
    expect(await ask('one')).toEqual([429, '40']);
  });

  it('does not slow down other tokens, nor requests without one', async () => {
    await askTimes(4, 'one');
    expect(await askTimes(3, 'two')).toEqual([200, 200, 200]);
    expect(await askTimes(5)).toEqual([200, 200, 200, 200, 200]);
  });

  it('may be used a minute after the first request, however often it was refused meanwhile', async () => {
    expect(await askTimes(3, 'one')).toEqual([200, 200, 200]);
    now += 59_000;
    expect(await askTimes(2, 'one')).toEqual([429, 429]);
    now += 1_001;
    expect(await askTimes(4, 'one')).toEqual([200, 200, 200, 429]);
  });
});
