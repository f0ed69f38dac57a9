import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFreePort } from '../../support/ports.ts';
import { until } from '../../support/until.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Starts a sandbox server from another process, connected by a channel, which is then killed. */
const starter = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, process.argv.slice(1), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  child.stdout.once('data', () => process.stdout.write('ready'));
`;

describe('a sandbox server whose starter is killed', () => {
  it.each(['lms', 'store'])('ends by itself and frees its port (%s)', async (name) => {
    const port = await findFreePort();
    const main = join(root, 'sandbox', name, 'main.ts');
    const args = ['--import', 'tsx', main, '--port', String(port)];
    const parent = spawn(process.execPath, ['-e', starter, '--', ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((ready) => parent.stdout.once('data', ready));
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    parent.kill('SIGKILL');
    const refused = await until('the port is free', async () => {
      const answered = await fetch(`http://127.0.0.1:${port}/`).then(
        () => true,
        () => false,
      );
      return answered ? undefined : true;
    });
    expect(refused).toBe(true);
  });
});
