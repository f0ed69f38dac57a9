import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const log = join(root, 'server', 'base', 'log.ts');

it('an unhandled rejection is logged, and the process keeps running', async () => {
  const program = `
    import { createLogger, logUnhandledRejections } from ${JSON.stringify(log)};
    logUnhandledRejections(createLogger({ logLevel: 'info' }));
    setImmediate(() => { console.log('still alive'); });
    void Promise.reject(new Error('nobody waits'));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let heard = '';
  child.stdout.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  const code = await new Promise((done) => child.once('close', done));
  expect(code).toBe(0);
  expect(heard).toContain('process.unhandled-rejection');
  expect(heard).toContain('still alive');
});
