import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FrameStorage, launchBrowser } from '../../support/browser.ts';

/**
 * A course whose frame goes to the tool, back to the LMS and to the tool again, as in each launch. Runs in a worker
 * thread, therefore as text, so that it responds while this thread is blocked.
 */
const sites = `
const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
const server = createServer(({ headers, url }, response) => {
  const port = headers.host.split(':')[1];
  const pages = {
    '/course': '<iframe name="activity" src="http://tool.localhost:' + port + '/login"></iframe>',
    '/login': '<script>location.replace("http://lms.localhost:' + port + '/authorize")</script>',
    '/authorize': '<form method="post" action="http://tool.localhost:' + port + '/launch"></form>'
      + '<script>document.forms[0].submit()</script>',
    '/launch': '<button>Start</button>',
  };
  response.setHeader('content-type', 'text/html');
  response.end(pages[url] ?? '');
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

/** Longer than the browser needs after the authorization request; the driver gets those events late. */
const busyMs = 1_000;
/** The browser's events come in varying order, so one launch proves little. */
const launches = 4;

/** Blocks this thread, as on an overloaded machine, while the browser goes on. */
function stopListening(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, busyMs);
}

let worker: Worker;
let port: unknown;
beforeAll(async () => {
  worker = new Worker(sites, { eval: true });
  [port] = (await once(worker, 'message')) as unknown[];
});
afterAll(async () => {
  await worker.terminate();
});

describe('a test process that is busy while a launch goes from site to site', () => {
  let browser: Browser;
  afterEach(async () => {
    await browser.close();
  });

  it.each<FrameStorage>(['partitioned', 'throws'])(
    'still finds the frame when storage is %s',
    async (storage) => {
      browser = await launchBrowser(storage);
      for (let launch = 1; launch <= launches; launch += 1) {
        const page = await browser.newPage();
        page.on('request', (request) => {
          if (request.url().endsWith('/authorize')) stopListening();
        });
        await page.goto(`http://lms.localhost:${String(port)}/course`);
        await page.frameLocator('[name="activity"]').getByRole('button').waitFor();
        expect(page.frames().map((frame) => new URL(frame.url()).pathname)).toEqual(['/course', '/launch']);
        await page.close();
      }
    },
  );
});
