/** `scenario play` as an author starts it: the laws run in a process of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { LawsAnswer } from '../../../server/contract/preview.ts';
import { findFreePort } from '../../support/ports.ts';
import { toolMain } from '../../support/tool-main.ts';
import { until } from '../../support/until.ts';

const root = resolve(import.meta.dirname, '../../..');
const scene = join(root, 'docs/authors/example/x02-two-warnings');

function begin(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...toolMain(), 'scenario', 'play', ...args, '--language', 'en'], {
    cwd: root,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => child.once('close', done));

describe('scenario play', () => {
  it('serves the scene until it is stopped, and checks its laws', async () => {
    const port = await findFreePort();
    const child = begin(scene, '--port', String(port));
    const ended = endOf(child);
    const address = `http://127.0.0.1:${String(port)}`;
    await new Promise<void>((done) =>
      child.stdout?.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes(`Open ${address}/?lang=en`)) done();
      }),
    );
    const laws = async (method: 'GET' | 'POST'): Promise<LawsAnswer> =>
      (await (await fetch(`${address}/api/preview/laws`, { method })).json()) as LawsAnswer;
    expect(await laws('POST')).toMatchObject({ isRunning: true });
    const answer = await until('the laws are checked', async () => {
      const now = await laws('GET');
      return now.isRunning ? undefined : now;
    });
    expect(answer.laws.filter(({ state }) => state === 'kept')).toHaveLength(11);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('says kindly that there is no scene', async () => {
    const child = begin(join(root, 'docs'));
    const ended = endOf(child);
    const said = child.stderr === null ? '' : await text(child.stderr);
    expect([await ended, said]).toEqual([
      1,
      expect.stringMatching(/^There is no scene in \S+\. Name a folder[^\n]*\n$/),
    ]);
  });
});
