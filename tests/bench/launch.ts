/**
 * Full launches, from login to session, of this tool and of ltijs used plainly, in turns on one machine: the same
 * signing stub, key size, database adapter and pragmas. Read the ratios; the figures themselves are this machine's.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestLms } from '../support/lti-lms.ts';
import { findFreePort } from '../support/ports.ts';
import { addTestLms } from '../support/stub-launch.ts';
import { ToolProcess } from '../support/tool-process.ts';
import { runRound } from './launch-driver.ts';
import type { Contender, Round } from './launch-driver.ts';

const delaysMs = [0, 50] as const;
const roundsEach = 3;
const roundMs = 4_000;
const warmUpMs = 2_000;

type Started = Contender & { close(): Promise<void> };

/** Prints launches per second, p50, p95, key-set fetches, and the ratios of the two. */
export async function benchLaunch(): Promise<void> {
  const ours = await startOurs();
  const plain = await startPlain();
  try {
    for (const contender of [ours, plain]) await runRound(contender, warmUpMs);
    for (const delayMs of delaysMs) await compare(ours, plain, delayMs);
  } finally {
    await Promise.all([ours.close(), plain.close()]);
  }
}

async function compare(ours: Contender, plain: Contender, delayMs: number): Promise<void> {
  const rounds = new Map<Contender, Round[]>([
    [ours, []],
    [plain, []],
  ]);
  for (const [{ lms }] of rounds) {
    lms.keySetDelayMs = delayMs;
    lms.keySetRequests = 0;
  }
  for (let round = 0; round < roundsEach; round += 1) {
    for (const [contender, list] of rounds) list.push(await runRound(contender, roundMs));
  }
  process.stdout.write(`\nkey set answers after ${delayMs} ms\n`);
  const [mine, theirs] = [...rounds].map(([contender, list]) => report(contender, list));
  if (mine === undefined || theirs === undefined) return;
  const ratio = (one: number, other: number): string => `${(one / other).toFixed(2)} ×`;
  process.stdout.write(
    `  ratio: launches ${ratio(mine.perSecond, theirs.perSecond)}, p50 ${ratio(mine.p50, theirs.p50)}, ` +
      `p95 ${ratio(mine.p95, theirs.p95)}\n`,
  );
}

function report(
  { name, lms }: Contender,
  rounds: readonly Round[],
): { perSecond: number; p50: number; p95: number } {
  const launches = rounds.reduce((sum, round) => sum + round.launches, 0);
  const seconds = rounds.reduce((sum, round) => sum + round.tookMs, 0) / 1000;
  const sorted = rounds.flatMap(({ eachMs }) => eachMs).sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const figures = { perSecond: launches / seconds, p50: at(0.5), p95: at(0.95) };
  const each = rounds.map((round) => ((1000 * round.launches) / round.tookMs).toFixed(0)).join(' ');
  process.stdout.write(
    `  ${name.padEnd(12)} ${figures.perSecond.toFixed(1).padStart(6)} launches/s (${each})  ` +
      `p50 ${figures.p50.toFixed(0).padStart(4)} ms  p95 ${figures.p95.toFixed(0).padStart(4)} ms  ` +
      `${launches} launches, ${lms.keySetRequests} key-set fetches\n`,
  );
  return figures;
}

async function startOurs(): Promise<Started> {
  const lms = await TestLms.start();
  const tool = new ToolProcess(await findFreePort(), '127.0.0.1', { TRUST_PROXY: '1' });
  await addTestLms(tool, lms);
  await tool.start();
  return {
    name: 'NUM+',
    lms,
    loginUrl: `${tool.localUrl}/lti/login`,
    launchUrl: `${tool.localUrl}/lti/launch`,
    async enter(location, cookies, send) {
      const code = new URLSearchParams(new URL(location).hash.slice(1)).get('code') ?? '';
      const opened = await send(`${tool.localUrl}/api/session`, {
        headers: { cookie: cookies },
        json: JSON.stringify({ code }),
      });
      if (!opened.body.includes('"accessToken"')) throw new Error(`no session: ${opened.body}`);
    },
    async close() {
      await tool.remove();
      await lms.close();
    },
  };
}

async function startPlain(): Promise<Started> {
  const lms = await TestLms.start();
  const folder = mkdtempSync(join(tmpdir(), 'numplus-bench-'));
  const main = join(import.meta.dirname, 'plain-ltijs.ts');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', main, join(folder, 'plain.db'), lms.issuer, lms.keySetUrl, lms.clientId],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const port = await readPort(child);
  const base = `http://127.0.0.1:${port}/lti`;
  return {
    name: 'plain ltijs',
    lms,
    loginUrl: `${base}/login`,
    launchUrl: `${base}/`,
    async enter(location, cookies, send) {
      const entered = await send(location, { headers: { cookie: cookies } });
      if (!entered.body.includes('"play"')) throw new Error(`no session: ${entered.status} ${entered.body}`);
    },
    async close() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await ended;
      await lms.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readPort(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      const port = /listening (\d+)/.exec(chunk.toString())?.[1];
      if (port !== undefined) resolve(port);
    });
    child.once('exit', (code) => {
      reject(new Error(`plain ltijs ended with ${String(code)}`));
    });
  });
}
