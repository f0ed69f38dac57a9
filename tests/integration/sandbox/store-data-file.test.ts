import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startStore } from '../../../sandbox/store/start-store.ts';
import { credentials, key, request, sample, secret, uuid, voiding } from './store-samples.ts';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const main = join(import.meta.dirname, '../../../sandbox/store/main.ts');

function run(...args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  return child;
}

async function listeningUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const { listening } = JSON.parse(line) as { listening: string };
    return listening;
  }
  throw new Error('the store ended before it listened');
}

async function refusal(...args: readonly string[]): Promise<{ code: unknown; message: string }> {
  const child = run(...args);
  let message = '';
  child.stderr?.on('data', (chunk: Buffer) => (message += chunk.toString()));
  const [code] = (await once(child, 'close')) as [unknown];
  return { code, message };
}

describe('the data file of the record store', () => {
  it('restores statements and voidings', async () => {
    const dataFile = join(folder, 's.jsonl');
    const options = { host: '127.0.0.1', port: 0, key, secret, dataFile };
    const first = await startStore(options);
    await request(first, 'statements', { body: [sample(1), sample(2)] });
    await request(first, 'statements', { body: [voiding(3, 1)] });
    const before = first.statements();
    await first.close();
    const second = await startStore(options);
    expect(second.statements()).toEqual(before);
    expect((await request(second, `statements?statementId=${uuid(1)}`)).status).toBe(404);
    expect((await request(second, 'statements', { body: [sample(2)] })).status).toBe(200);
    expect(second.statements()).toHaveLength(3);
    await second.close();
  });

  it('drops a batch that a crash left incomplete, and continues after it', async () => {
    const dataFile = join(folder, 's.jsonl');
    const options = { host: '127.0.0.1', port: 0, key, secret, dataFile };
    const first = await startStore(options);
    await request(first, 'statements', { body: [sample(1)] });
    await first.close();
    appendFileSync(dataFile, '[{"id":"half');
    const second = await startStore(options);
    await request(second, 'statements', { body: [sample(2)] });
    await second.close();
    const third = await startStore(options);
    expect(third.statements().map((statement) => statement.id)).toEqual([uuid(1), uuid(2)]);
    await third.close();
  });

  it('keeps every acknowledged statement after kill -9', async () => {
    const args = ['--port', '0', '--key', key, '--secret', secret, '--data-file', join(folder, 's.jsonl')];
    const first = run(...args);
    const url = await listeningUrl(first);
    const sent = await fetch(`${url}/xapi/statements`, {
      method: 'POST',
      headers: {
        Authorization: credentials,
        'X-Experience-API-Version': '1.0.3',
        'Content-Type': 'application/json',
      },
      body: JSON.stringify([sample(1)]),
    });
    expect(sent.status).toBe(200);
    first.kill('SIGKILL');
    await once(first, 'close');
    const again = await fetch(`${await listeningUrl(run(...args))}/xapi/statements?statementId=${uuid(1)}`, {
      headers: { Authorization: credentials, 'X-Experience-API-Version': '1.0.3' },
    });
    expect(again.status).toBe(200);
  });
});

describe('the record store command', () => {
  it('stops cleanly on SIGTERM', async () => {
    const child = run('--port', '0', '--public-url', 'http://lrs.localhost:3002/');
    expect(await listeningUrl(child)).toBe('http://lrs.localhost:3002');
    child.kill('SIGTERM');
    expect((await once(child, 'close'))[0]).toBe(0);
  });

  it('fails with one line and code 1 for an invalid argument or a port in use', async () => {
    const taken = await startStore({ host: '127.0.0.1', port: 0, key, secret });
    const refusals = await Promise.all([
      refusal('--port', 'many'),
      refusal('--colour', 'red'),
      refusal('--port', String(taken.port)),
      refusal('--port', '0', '--data-file', join(folder, 'none', 's.jsonl')),
    ]);
    for (const { code, message } of refusals) {
      expect(code).toBe(1);
      expect(message.trim().split('\n')).toHaveLength(1);
    }
    await taken.close();
  });
});
