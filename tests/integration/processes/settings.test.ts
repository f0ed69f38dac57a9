/** What `serve` and `worker` say about settings at the start. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFreePort } from '../../support/ports.ts';
import { ToolProcess } from '../../support/tool-process.ts';

let tool: ToolProcess;
beforeEach(async () => {
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', {
    ...{ LRS_ENDPONT: 'https://hush.example.org', HOSTNAME: 'hush', HOME: '/hush' },
  });
});
afterEach(() => tool.remove());

describe.each(['serve', 'worker'] as const)('%s', (command) => {
  it('names a setting that looks misspelt once, before anything else, and never its value', async () => {
    await (command === 'serve' ? tool.start() : tool.startWorker());
    await tool.stop();
    const lines = tool.log.trim().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      ...{ level: 40, msg: 'settings.misspelt', setting: 'LRS_ENDPONT', near: ['LRS_ENDPOINT'] },
    });
    expect(lines.filter((line) => line.includes('settings.misspelt'))).toHaveLength(1);
    expect(tool.log).not.toContain('hush');
  });
});
