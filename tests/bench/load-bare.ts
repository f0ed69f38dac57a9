/** What the tool is compared with, as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findFreePort } from '../support/ports.ts';
import type { Received } from './load-client.ts';

export interface BareEndpoint {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * @param answer what it answers to everything: the same headers and the same text
 * @param env more settings of its process
 */
export async function startBareEndpoint(
  { head, text }: Pick<Received, 'head' | 'text'>,
  env: Readonly<Record<string, string>> = {},
): Promise<BareEndpoint> {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-bare-'));
  const port = await findFreePort();
  const root = resolve(import.meta.dirname, '../..');
  const script = join(root, 'tests', 'bench', 'bare-endpoint.ts');
  const answer = JSON.stringify({ head, text });
  const args = ['--import', 'tsx', script, String(port), join(folder, 'bare.db'), answer];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await listening(child);
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    child.stdout?.once('data', () => {
      done();
    });
    child.once('exit', (code) => {
      fail(new Error(`the bare endpoint ended with ${String(code)}`));
    });
  });
}
