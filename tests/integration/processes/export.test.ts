import { createHash } from 'node:crypto';
import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../../support/ports.ts';
import { createResearchWorld, type ResearchWorld } from '../../support/research-world.ts';
import { type CommandResult, ToolProcess } from '../../support/tool-process.ts';

let tool: ToolProcess;
let world: ResearchWorld;

beforeAll(async () => {
  world = await createResearchWorld();
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', { DATABASE_URL: world.databaseUrl });
});
afterAll(async () => {
  await tool.remove();
  await world.close();
});

function run(...args: readonly string[]): Promise<CommandResult> {
  return tool.run('export', 'statements', '--study', 'study-1', ...args);
}

describe('export statements', () => {
  it('writes only statements to standard output, and counts and cursor to standard error', async () => {
    const { code, stdout, stderr } = await run('--course', 'course-1', '--activity', 'lms-link-1');
    expect([code, stdout]).toEqual([0, world.text('given', 'last')]);
    const { cursor, statements } = JSON.parse(stderr) as { cursor: string; statements: number };
    expect(statements).toBe(804);
    expect(await run('--after', cursor)).toMatchObject({ code: 0, stdout: '' });
  });

  it('writes everyone’s statements of a time range on request', async () => {
    const window = ['--since', '2026-11-24T15:00:02Z', '--until', '2026-11-24T15:00:02.001Z'];
    const { stdout } = await run(...window, '--purpose', 'operational', '--reason', 'a test');
    expect(stdout.split('\n')).toHaveLength(7);
  });

  it('writes only one person’s results on request', async () => {
    const { stdout } = await run('--person', 'person-elsewhere', '--tier', '1');
    expect(stdout).toBe(world.text('elsewhere'));
    const refused = await run('--tier', '4');
    expect([refused.code, refused.stdout, refused.stderr]).toEqual([
      1,
      '',
      expect.stringContaining('It must be 1, 2 or 3.'),
    ]);
  });

  it('makes a file with a manifest, continues it after an interruption, and overwrites none', async () => {
    const out = join(world.folder, 'whole.jsonl');
    expect((await run('--out', out)).code).toBe(0);
    expect((await run('--out', out)).code).toBe(1);
    truncateSync(out, 5_000);
    expect((await run('--out', out, '--resume')).code).toBe(0);
    const bytes = readFileSync(out);
    expect(bytes.toString()).toBe(world.text('given', 'elsewhere', 'last'));
    expect(JSON.parse(readFileSync(`${out}.manifest.json`, 'utf8'))).toMatchObject({
      purpose: 'research',
      study: 'study-1',
      activity: null,
      attempts: 3,
      statements: 810,
      tier: 3,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  it.each([
    ['a study that is not there', ['--study', 'study-9']],
    ['a cursor that is none', ['--after', 'behind the blue one']],
  ])('refuses %s with one line', async (_what, args) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
  });

  it('asks which study is meant if there are several', async () => {
    const { code, stderr } = await tool.run('export', 'statements');
    expect([code, stderr]).toEqual([1, expect.stringContaining('study-2')]);
  });
});
