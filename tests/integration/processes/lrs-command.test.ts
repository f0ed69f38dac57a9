import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningStore, startStore } from '../../../sandbox/store/start-store.ts';
import { findFreePort } from '../../support/ports.ts';
import { ToolProcess } from '../../support/tool-process.ts';

const secret = 'très-secret-0199';
let store: RunningStore;
let tool: ToolProcess;
let folder: string;
let secretFile: string;

beforeAll(async () => {
  store = await startStore({ host: '127.0.0.1', port: 0, key: 'key', secret });
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', {});
  folder = mkdtempSync(join(tmpdir(), 'numplus-lrs-'));
  secretFile = join(folder, 'secret');
  writeFileSync(secretFile, `${secret}\n`);
});
afterAll(async () => {
  await tool.remove();
  await store.close();
  rmSync(folder, { recursive: true });
});

const rowsOf = async (...args: readonly string[]): Promise<Record<string, unknown>[]> => {
  const { code, stdout, stderr } = await tool.run(...args, '--json');
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, unknown>[];
};

const add = (...more: readonly string[]): string[] => [
  ...['lrs', 'add', '--endpoint', store.endpoint, '--key', 'key', '--secret-file', secretFile, ...more],
];

describe('record stores at the command line', () => {
  it('can be added with their version, tested, paused and resumed, each in the audit record', async () => {
    const planned = await rowsOf(...add('--dry-run'));
    expect(planned).toMatchObject([{ version: '1.0.3', outcome: 'would be added' }]);
    expect(await rowsOf('lrs', 'list')).toEqual([]);
    const [added] = await rowsOf(...add('--purpose', 'research', '--tier', '2'));
    const id = String(added?.id).slice(0, 8);
    const endpoint = store.endpoint.replace(/\/$/, '');
    const row = { id: added?.id, endpoint, purpose: 'research', tier: 2, version: '1.0.3', from: 'operator' };
    expect(await rowsOf('lrs', 'list')).toMatchObject([{ ...row, status: 'active', why: '' }]);
    const again = await tool.run(...add('--purpose', 'research'));
    expect([again.code, again.stderr.trim()]).toEqual([1, 'This study already sends there; see `lrs list`.']);
    const steps = await rowsOf('lrs', 'test', id);
    expect(steps.map(({ step, result }) => [step, result])).toEqual([
      ...['about', 'write', 'read', 'void'].map((step) => [step, 'ok']),
    ]);
    expect(await rowsOf('lrs', 'pause', id)).toMatchObject([
      { status: 'paused', why: 'An operator paused it. `lrs resume` resumes it.' },
    ]);
    expect(await rowsOf('lrs', 'resume', id)).toMatchObject([{ status: 'active', why: '' }]);
    const wrong = join(folder, 'wrong');
    writeFileSync(wrong, 'other');
    await rowsOf('lrs', 'credentials', id, '--key', 'key', '--secret-file', wrong);
    const refused = await tool.run('lrs', 'test', id);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain('store.key-refused');
    expect(refused.stderr.trim().split('\n')).toEqual([
      expect.stringContaining('refuses the key or the secret'),
    ]);
    const audit = await rowsOf('audit', 'list');
    expect(audit.map(({ action }) => action)).toEqual(
      ['added', 'paused', 'resumed', 'credentials-changed'].map((what) => `destination.${what}`),
    );
    expect(JSON.stringify(audit)).not.toContain(secret);
  });

  it.each([
    [['lrs', 'test', 'nonsense'], '`lrs list`'],
    [['outbox', 'discard', 'nonsense', '--note', 'x'], '`outbox dead`'],
    [
      ['lrs', 'add', '--endpoint', 'http://lrs.example.org/xapi', '--key', 'k', '--secret-file', '/dev/null'],
      'must be https',
    ],
  ])('are refused with one line: %j', async (args, said) => {
    const { code, stdout, stderr } = await tool.run(...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(said)]);
  });
});
