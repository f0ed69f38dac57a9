/** Headers of every response over real HTTP, compared with the library's own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import helmet from 'helmet';
import { expect, it } from 'vitest';
import { securityHeaders } from '../../../server/http/security.ts';

/** Headers of a response that passed through this middleware, without those of the clock. */
async function headersAfter(middleware: RequestHandler): Promise<Record<string, string>> {
  const app = express();
  app.use(middleware);
  app.use((_request, response) => void response.json({}));
  const server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    const { port } = server.address() as AddressInfo;
    const { headers } = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } });
    return Object.fromEntries([...headers].filter(([name]) => name !== 'date'));
  } finally {
    await new Promise((closed) => server.close(closed));
  }
}

it('security headers are helmet’s, except those that block frames and new windows', async () => {
  const {
    'x-powered-by': framework,
    'permissions-policy': features,
    ...ours
  } = await headersAfter(securityHeaders());
  const whole = await headersAfter(helmet({ referrerPolicy: { policy: 'no-referrer' } }));
  for (const kept of ['content-security-policy', 'x-frame-options', 'cross-origin-opener-policy']) {
    expect(whole).toHaveProperty(kept);
    expect(ours).not.toHaveProperty(kept);
    Reflect.deleteProperty(whole, kept);
  }
  expect(features).toMatch(/^accelerometer=\(\), camera=\(\), .*microphone=\(\)/);
  // What the pages use: the clipboard, and cookies that the person allows.
  expect(features).not.toMatch(/clipboard|storage-access/);
  // The application turns this one off itself (app.ts).
  expect(framework).toBe('Express');
  expect(ours).toEqual(whole);
  expect(ours).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
});
