/** What `serve` and `worker` say about settings at the start. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../../support/ports.ts';
import { type CommandResult, ToolProcess } from '../../support/tool-process.ts';

let tool: ToolProcess;
beforeAll(async () => {
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', {
    WORKER_PORT: String(await findFreePort()),
    LRS_ENDPONT: 'https://hush.example.org',
    HOSTNAME: 'hush',
    HOME: '/hush',
  });
});
afterAll(() => tool.remove());

/** The last line: a log line may precede it if the database was created. */
function tellOf({ code, stderr }: CommandResult): unknown {
  return [code, stderr.trim().split('\n').at(-1)];
}

describe.each(['serve', 'worker'] as const)('the command %s', (command) => {
  it('reports a possibly misspelt setting once, before anything else, and never its value', async () => {
    await (command === 'serve' ? tool.start() : tool.startWorker());
    await tool.stop();
    const lines = tool.log.trim().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 40,
      msg: 'settings.misspelt',
      setting: 'LRS_ENDPONT',
      near: ['LRS_ENDPOINT'],
    });
    expect(lines.filter((line) => line.includes('settings.misspelt'))).toHaveLength(1);
    expect(tool.log).not.toContain('hush');
  });

  it.each([
    ['a setting', { LOG_LEVEL: 'loud', LRS_ENDPONT: '' }, 'LOG_LEVEL\u00a0: doit être', 'LOG_LEVEL: must be'],
    ['a database', { DATABASE_URL: 'oracle:x' }, 'DATABASE_URL doit avoir', 'DATABASE_URL must look'],
    ['an address', { HOST: '192.0.2.7' }, 'n’est pas à cette machine', 'This machine does not have'],
  ])('refuses %s in French or in English, as requested', async (_, env, french, english) => {
    const run = async (language: string): Promise<unknown> =>
      tellOf(await tool.runWith(env, command, '--language', language));
    expect(await run('fr')).toEqual([1, expect.stringContaining(french)]);
    expect(await run('en')).toEqual([1, expect.stringContaining(english)]);
  });

  it('refuses in the account’s language if none is requested', async () => {
    const refused = await tool.runWith({ LOG_LEVEL: 'loud', LC_ALL: 'fr_CA.UTF-8' }, command);
    expect(refused.stderr).toContain('Les réglages ne sont pas utilisables');
  });
});

describe('serve', () => {
  it('reports a port in use in the requested language, and the other server goes on', async () => {
    await tool.start();
    const said = `un autre programme écoute à 127.0.0.1:${tool.port}.`;
    expect(tellOf(await tool.run('serve', '--language', 'fr'))).toEqual([1, expect.stringContaining(said)]);
    expect((await fetch(`${tool.localUrl}/healthz`)).status).toBe(200);
    await tool.stop();
  });
});

describe('doctor', () => {
  it('says in French what a setting must be', async () => {
    const { stdout } = await tool.runWith({ LOG_LEVEL: 'loud' }, 'doctor', '--language', 'fr');
    expect(stdout).toContain('LOG_LEVEL\u00a0: doit être un de ces mots');
    expect(stdout).toContain(
      'LRS_ENDPONT est là, et n’est pas un réglage de NUM+. Tout près\u00a0: LRS_ENDPOINT.',
    );
  });
});
