/** Whoever asks for sessions too often is refused before the body, which holds the secret, has arrived. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import express, { type ErrorRequestHandler } from 'express';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppError } from '../../../server/base/errors.ts';
import { createSessionRouter } from '../../../server/http/api/handle-session.ts';

let server: Server;

const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof AppError) response.status(error.status).end();
  else next(error);
};
const unexpected = (): never => {
  throw new AppError('session.expired');
};

beforeEach(async () => {
  const app = express();
  const sessions = { open: unexpected, refresh: unexpected, authenticate: unexpected, leave: unexpected };
  app.use(createSessionRouter({ sessions, requestsPerMinute: 3 }));
  app.use(answerError);
  server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

afterEach(async () => {
  await new Promise((closed) => server.close(closed));
});

it.each(['/session', '/session/refresh'])('POST %s is refused without its body', async (path) => {
  const { port } = server.address() as AddressInfo;
  const body = JSON.stringify({ code: 'x'.repeat(43) });
  const headers = { 'content-type': 'application/json', connection: 'close' };
  for (let at = 0; at < 3; at += 1) {
    const { status } = await fetch(`http://127.0.0.1:${port}/session`, { method: 'POST', headers, body });
    expect(status).toBe(401);
  }
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n`,
  );
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  expect(answer.toString('latin1').split('\r\n')[0]).toBe('HTTP/1.1 429 Too Many Requests');
});
