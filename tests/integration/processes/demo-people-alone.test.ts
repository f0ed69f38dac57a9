/** The invented people belong to the demo: nothing else may let them play. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = join(resolve(import.meta.dirname, '../../..'), 'server/cli/demo-players/main.ts');
const asTypeScript = ['--import', 'tsx'];
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end();
});
let here: string;
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe('the invented people', () => {
  it('do not play when somebody starts them by hand', async () => {
    const alone = spawn(process.execPath, [...asTypeScript, main, here, here, ''], { stdio: 'ignore' });
    expect([await once(alone, 'exit'), asked]).toEqual([[1, null], []]);
  });

  it('do not play at an LMS or a tool of another machine', async () => {
    for (const places of [
      ['https://lms.example', here],
      [here, 'https://tool.example'],
    ]) {
      const sent = fork(main, [...places, ''], { execArgv: asTypeScript, silent: true });
      expect([await once(sent, 'exit'), asked]).toEqual([[1, null], []]);
    }
  });
});
