import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiLearner } from '../../support/api-learner.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import type { CommandResult } from '../../support/tool-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'numplus-receipt-'));
const out = join(folder, 'week.jsonl');
let stack: Stack;
let finished: string;
let going: string;

beforeAll(async () => {
  stack = await startStack();
  const finisher = new ApiLearner(stack);
  await finisher.act(...rightWay(await finisher.begin(4)), done);
  finished = finisher.attempt.id;
  const other = new ApiLearner(stack);
  await other.begin(5);
  going = other.attempt.id;
  const scope = ['--purpose', 'operational', '--reason', 'a test', '--attempt', finished];
  expect(await stack.tool.run('export', 'statements', ...scope, '--out', out)).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await stack.close();
  rmSync(folder, { recursive: true });
});

const verify = (...args: readonly string[]): Promise<CommandResult> =>
  stack.tool.run('receipt', 'verify', out, ...args);

describe('the receipt of an attempt', () => {
  it('is made at its end, not before', async () => {
    const { stdout } = await stack.tool.run('receipt', 'show', '--attempt', finished);
    expect(JSON.parse(stdout)).toMatchObject({ receipts: [expect.any(String)], keys: [{ crv: 'Ed25519' }] });
    const none = await stack.tool.run('receipt', 'show', '--attempt', going);
    expect([none.code, none.stdout, none.stderr.trim().split('\n').length]).toEqual([1, '', 1]);
  });

  it('is written beside an export, and is verified with the published keys', async () => {
    const published = await fetch(`${stack.tool.localUrl}/xapi/keys`);
    expect(published.headers.get('content-type')).toContain('application/jwk-set+json');
    const keys = join(folder, 'keys.json');
    writeFileSync(keys, await published.text());
    const { code, stdout, stderr } = await verify('--keys', keys, '--json');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({ attempt: finished, verdict: 'intact', later: 0 }),
    ]);
  });

  it('is invalid, reported in one line, if one byte was changed', async () => {
    const bytes = readFileSync(out);
    const changed = Buffer.from(bytes);
    changed[500] = (changed[500] ?? 0) ^ 1;
    writeFileSync(out, changed);
    const { code, stderr } = await verify();
    expect([code, stderr.trim().split('\n').at(-1)]).toEqual([
      1,
      expect.stringContaining('does not match its receipts'),
    ]);
    writeFileSync(out, bytes);
    expect(await verify()).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('/xapi/keys') as unknown,
    });
  });
});
