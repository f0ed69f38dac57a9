/** `serve` and `worker` with a SECRET_KEY that is not the database's: forgotten in a move, or of another installation. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../../support/ports.ts';
import { ToolProcess } from '../../support/tool-process.ts';

const otherKey = 'kQ3vX9zT1mB7rY5wL2nH8cJ4fD6gS0pA';

let tool: ToolProcess;
beforeAll(async () => {
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', { LRS_ENDPOINT: 'http://127.0.0.1:9/xapi' });
  // The first start with a record store makes the study, whose key is sealed.
  await tool.start('--no-worker');
  await tool.stop();
});
afterAll(() => tool.remove());

describe('a changed SECRET_KEY', () => {
  it('is refused with one line before anything is changed, and the right one still starts', async () => {
    const before = readFileSync(tool.databaseFile);
    for (const command of ['serve', 'worker']) {
      const { code, stdout, stderr } = await tool.runWith({ SECRET_KEY: otherKey }, command);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('SECRET_KEY does not open')]);
    }
    expect(readFileSync(tool.databaseFile).equals(before)).toBe(true);
    await tool.start('--no-worker');
    await tool.stop();
  });

  it('is accepted if the right one is set as the previous key', async () => {
    tool.changeSettings({ SECRET_KEY: otherKey, SECRET_KEY_PREVIOUS: tool.secretKey });
    await tool.start('--no-worker');
    expect((await fetch(`${tool.localUrl}/healthz`)).status).toBe(200);
    expect(await tool.stop()).toBe(0);
  });
});
