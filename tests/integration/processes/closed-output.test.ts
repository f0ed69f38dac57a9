/** Commands whose output nobody reads any more, as in `numplus scenario list | head -n 1`. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toolMain } from '../../support/tool-main.ts';
import { ToolProcess } from '../../support/tool-process.ts';

let tool: ToolProcess;
beforeAll(() => {
  tool = new ToolProcess(0, '127.0.0.1', {});
});
afterAll(() => tool.remove());

/** The reader is gone before the command writes. */
async function runUnread(...args: readonly string[]): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, [...toolMain(), ...args], {
    env: tool.settings,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [code, stderr] = await Promise.all([ended, text(child.stderr)]);
  return { code, stderr };
}

/** Without the lines of the log. */
const saidIn = (stderr: string): string[] =>
  stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'));

const platform = [
  ...['--name', 'École', '--issuer', 'https://lms.example.org', '--client-id', 'client-1'],
  ...['--auth-url', 'https://lms.example.org/auth', '--token-url', 'https://lms.example.org/token'],
  ...['--jwks-url', 'https://lms.example.org/keys'],
];

describe('a command whose output nobody reads', () => {
  it.each([[['--help']], [['scenario', 'list', '--json']], [['audit', 'list']]])(
    '%j ends without a stack and without an error',
    async (args) => {
      const { code, stderr } = await runUnread(...args);
      expect([code, saidIn(stderr)]).toEqual([0, []]);
    },
  );

  it('still does its whole work', async () => {
    expect(await runUnread('platform', 'add', ...platform)).toMatchObject({ code: 0 });
    const { stdout } = await tool.run('platform', 'list', '--json');
    expect(JSON.parse(stdout)).toMatchObject([{ name: 'École', state: 'active' }]);
  });

  it('says nothing if an export is cut short, but does not count as a success', async () => {
    // As a shell reports a program that SIGPIPE ended.
    const { code, stderr } = await runUnread('export', 'codebook');
    expect([code, saidIn(stderr)]).toEqual([141, []]);
  });
});
