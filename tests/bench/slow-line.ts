/**
 * A launch over a second-generation mobile network, as Chromium emulates it: what can be read when, and how many bytes
 * the tool sends until the first scene can be played. Times begin with the first request to the tool.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { shellFr } from '../../client/src/i18n/catalogues/shell.fr.ts';
import { BrowserPerson } from '../support/browser-person.ts';
import type { Stack } from '../support/stack.ts';
import { frameOf } from './every-scene.ts';

/** « 2G » of the browser's own tools. */
const line = { offline: false, latency: 300, downloadThroughput: 250_000 / 8, uploadThroughput: 50_000 / 8 };

interface Sent {
  readonly path: string;
  bytes: number;
}

/** Seconds of the browser's own clock. */
interface Step {
  readonly what: string;
  readonly beganS: number;
  endedS: number;
}

export async function benchSlowLine(stack: Stack, browser: Browser): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
  const sent = countSent(session, new URL(stack.tool.publicUrl).host);
  const steps = timeSteps(session);
  const login = `${stack.tool.publicUrl}/lti/login`;
  const startedAt = firstRequest(page, login);
  const beganMs = wallTimeOf(session, login);
  const person = new BrowserPerson(page, 'fr', 'mouse');
  await person.launch(stack, 5);
  const times: string[] = [];
  const note = async (what: string): Promise<void> => {
    times.push(`${what} ${((performance.now() - (await startedAt)) / 1000).toFixed(1)} s`);
  };
  await person.frame.getByText(shellFr['notice.exam']).waitFor();
  await note('notice readable');
  const untilNotice = [...steps];
  const paintedMs = await frameOf(page).evaluate<number>(
    "performance.timeOrigin + performance.getEntriesByName('first-contentful-paint')[0].startTime",
  );
  // The driver sees the words only when it can reach the frame's page.
  times.unshift(`first words painted ${((paintedMs - (await beganMs)) / 1000).toFixed(1)} s`);
  await person.shellButton('notice.accept').waitFor();
  await note('notice can be accepted');
  const atNotice = sum(sent);
  await person.acceptNotice();
  await person.hearIntroduction();
  await person.shellButton('tool.done').waitFor();
  await page.waitForLoadState('networkidle');
  await context.close();
  process.stdout.write(`2G: ${times.join(', ')}\n`);
  printSteps(untilNotice);
  process.stdout.write(
    `sent by the tool, heads included: ${kilobytes(atNotice)} to the notice, ${kilobytes(sum(sent))} to the scene\n`,
  );
  for (const { path, bytes } of [...sent.values()].toSorted((left, right) => right.bytes - left.bytes)) {
    process.stdout.write(`  ${kilobytes(bytes).padStart(8)}  ${path}\n`);
  }
}

function countSent(session: CDPSession, host: string): Map<string, Sent> {
  const sent = new Map<string, Sent>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { host: asked, pathname } = new URL(request.url);
    if (asked === host) sent.set(requestId, { path: `${request.method} ${pathname}`, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const found = sent.get(requestId);
    if (found !== undefined) found.bytes = encodedDataLength;
  });
  return sent;
}

/** Pages and questions of the tool and of the LMS, each until its answer has come whole. */
function timeSteps(session: CDPSession): Step[] {
  const steps: Step[] = [];
  const open = new Map<string, Step>();
  const end = (requestId: string, timestamp: number): void => {
    const step = open.get(requestId);
    if (step !== undefined) step.endedS = timestamp;
  };
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp, type }) => {
    // A redirect goes on under the same id.
    end(requestId, timestamp);
    if (type !== 'Document' && type !== 'Fetch') return;
    const step = {
      what: `${request.method} ${new URL(request.url).pathname}`,
      beganS: timestamp,
      endedS: NaN,
    };
    steps.push(step);
    open.set(requestId, step);
  });
  session.on('Network.loadingFinished', ({ requestId, timestamp }) => {
    end(requestId, timestamp);
  });
  return steps;
}

function printSteps(steps: readonly Step[]): void {
  const from = steps.findIndex(({ what }) => what.endsWith('/lti/login'));
  const start = steps[from]?.beganS ?? 0;
  for (const { what, beganS, endedS } of steps.slice(from)) {
    const [begins, ends] = [beganS, endedS].map((at) => (at - start).toFixed(2));
    process.stdout.write(`  ${begins} to ${ends} s  ${what}\n`);
  }
}

async function firstRequest(page: Page, url: string): Promise<number> {
  await page.waitForRequest((request) => request.url().startsWith(url));
  return performance.now();
}

/** Milliseconds of the machine's clock, as the time origin of a page. */
async function wallTimeOf(session: CDPSession, begin: string): Promise<number> {
  return new Promise((resolve) => {
    session.on('Network.requestWillBeSent', ({ request, wallTime }) => {
      if (request.url.startsWith(begin)) resolve(wallTime * 1000);
    });
  });
}

function sum(sent: ReadonlyMap<string, Sent>): number {
  return [...sent.values()].reduce((total, { bytes }) => total + bytes, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
