/** The demo as a newcomer starts it, and what it says when it cannot begin. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBuilt } from '../../../bin/build-stamp.js';
import { ToolSession } from '../../../server/cli/demo-players/tool-session.ts';
import type { ResearchAnswer } from '../../../server/contract/research.ts';
import { findFreePort } from '../../support/ports.ts';
import { toolMain } from '../../support/tool-main.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'numplus-demo-'));
const data = join(folder, 'data');

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function begin(...args: readonly string[]): ChildProcess {
  return beginWith({}, ...args);
}

function beginWith(settings: Readonly<Record<string, string>>, ...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...toolMain(), 'demo', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function isReady(demo: ChildProcess, port: number): Promise<void> {
  return new Promise((done, fail) => {
    demo.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(`http://lms.localhost:${port + 1} `)) done();
    });
    demo.once('exit', () => {
      fail(new Error('the demo ended'));
    });
  });
}

/** Runs a demo that must end by itself. Returns its exit code and what it said on standard error. */
async function refusal(...args: readonly string[]): Promise<{ code: number | null; said: string }> {
  const child = begin(...args);
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const said = child.stderr === null ? '' : await text(child.stderr);
  return { code: await ended, said: said.trim() };
}

// The sandbox servers exist in the build only.
describe.runIf(isBuilt(root))('a running demo', () => {
  let port: number;
  let demo: ChildProcess;
  let ended: Promise<number | null>;

  beforeAll(async () => {
    port = await findFreePort();
    demo = begin('--port', String(port), '--data', data);
    ended = new Promise((done) => demo.once('close', done));
    await isReady(demo, port);
  });

  it('serves the tool, the LMS and the record store on consecutive ports', async () => {
    for (const path of [`${port}/healthz`, `${port + 1}/`, `${port + 2}/`]) {
      expect([path, (await fetch(`http://127.0.0.1:${path}`)).status]).toEqual([path, 200]);
    }
  });

  it('asks about research in the activities of a study marked as invented, and nowhere else', async () => {
    const places = { lmsUrl: `http://127.0.0.1:${port + 1}`, toolUrl: `http://127.0.0.1:${port}` };
    const ask = async (activity: number): Promise<ResearchAnswer['question']> => {
      const session = await ToolSession.open(places, 4, activity);
      return (await session.call<ResearchAnswer>('GET', '/api/research')).question;
    };
    const invented = 'Cette étude est inventée, pour montrer la question.';
    expect((await ask(2))?.research.fr).toContain(invented);
    expect((await ask(3))?.research.en).toContain('This study is invented, to show the question.');
    expect(await ask(4)).toBeNull();
  });

  it('is named when a second one is started with its folder', async () => {
    const { code, said } = await refusal('--port', String(await findFreePort()), '--data', data);
    expect([code, said]).toEqual([1, expect.stringContaining(`http://lms.localhost:${port + 1}`)]);
    expect(said.split('\n')).toHaveLength(1);
  });

  it('frees its folder for the next one when it stops', async () => {
    demo.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(join(data, 'demo-running.json'))).toBe(false);
  });
});

describe.runIf(isBuilt(root))('a demo with settings of `serve`', () => {
  it('plays the scenarios of CONTENT_DIR, and follows the other settings', async () => {
    const port = await findFreePort();
    const own = join(folder, 'own');
    const token = 'metrics-of-the-demo-'.repeat(2);
    const settings = { CONTENT_DIR: join(root, 'docs/authors/example'), METRICS_TOKEN: token, PORT: '1' };
    const demo = beginWith(settings, '--port', String(port), '--data', own);
    const ended = new Promise<number | null>((done) => demo.once('close', done));
    await isReady(demo, port);
    const statusOf = async (path: string, headers = {}): Promise<number> =>
      (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).status;
    expect(await statusOf('/xapi/activities/scenarios/x01-thanks/v1')).toBe(200);
    expect(await statusOf('/xapi/activities/scenarios/s02-inbox/v2')).toBe(404);
    expect(await statusOf('/metrics', { authorization: `Bearer ${token}` })).toBe(200);
    demo.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(join(own, 'demo-people.json'))).toBe(false);
  });
});

describe('a demo that cannot start', () => {
  it.each([
    ['--port', 0],
    ['--lms-port', 1],
    ['--lrs-port', 2],
  ])('names the port in use, and %s to choose another', async (option, offset) => {
    const taken = createServer();
    const port = await findFreePort();
    await new Promise<void>((done) => taken.listen(port + offset, '127.0.0.1', done));
    const { code, said } = await refusal('--port', String(port), '--data', join(folder, 'other'));
    taken.close();
    expect(code).toBe(1);
    expect(said).toMatch(
      new RegExp(`^Port ${port + offset} of .* is taken: .*npm start -- .*${option} \\d+`),
    );
    expect(existsSync(join(folder, 'other', 'demo-running.json'))).toBe(false);
  });

  it('keeps the other options in the command that it proposes', async () => {
    const taken = createServer();
    const port = await findFreePort();
    await new Promise<void>((done) => taken.listen(port + 1, '127.0.0.1', done));
    const other = join(folder, 'other');
    const { said } = await refusal('--port', String(port), '--data', other);
    taken.close();
    expect(said).toContain(`npm start -- --port ${port} --data ${other} --lms-port `);
    expect(existsSync(other)).toBe(false);
  });

  it('says that a file has the name of its data folder', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { code, said } = await refusal('--port', String(await findFreePort()), '--data', file);
    expect([code, said]).toEqual([1, expect.stringContaining(`data folder ${file} (a file has that name)`)]);
  });

  it.runIf(existsSync('/proc/self'))('names a data folder where the system makes no folders', async () => {
    const { code, said } = await refusal('--port', String(await findFreePort()), '--data', '/proc/numplus');
    expect([code, said]).toEqual([1, expect.stringContaining('cannot use its data folder /proc/numplus (')]);
  });

  it.each([
    ['an extra argument', ['3120'], '`demo` does not take “3120”'],
    ['an unknown option', ['--prot', '3120'], "unknown option '--prot'"],
    ['a data folder without a name', ['--data', ''], 'It must name a folder'],
    ['a port that is no number', ['--port', 'x'], 'whole number from 1 to 65535'],
    ['a port without two above it', ['--port', '65534'], 'Choose 65533 or lower'],
    ['the same port twice', ['--port', '3000', '--lms-port', '3000'], 'three different ports'],
  ])('refuses %s', async (_, args, why) => {
    const { code, said } = await refusal(...args);
    expect([code, said]).toEqual([1, expect.stringContaining(why)]);
  });
});
