/** `doctor` as an operator runs it, against a running tool and real faults on loopback. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../server/storage/sqlite/database.ts';
import { startStack, type Stack } from '../../support/stack.ts';

interface ReportedCheck {
  readonly state: 'ok' | 'note' | 'act' | 'skipped';
  readonly check: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly meaning: string;
  readonly todo: string;
}

let stack: Stack;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'numplus-doctor-'));
  stack = await startStack();
});
afterAll(async () => {
  await stack.close();
  rmSync(folder, { recursive: true });
});

async function examine(
  env: Readonly<Record<string, string>> = {},
  ...options: readonly string[]
): Promise<{ code: number | null; found: ReportedCheck[] }> {
  const { code, stdout, stderr } = await stack.tool.runWith(env, 'doctor', '--json', ...options);
  if (stdout === '') throw new Error(stderr);
  return { code, found: JSON.parse(stdout) as ReportedCheck[] };
}

const toDo = (found: readonly ReportedCheck[]): string[] =>
  found.filter(({ state }) => state === 'act').map(({ code }) => code);

/** A copy of the running tool's database, changed by hand. */
function copyDatabase(name: string, change: (file: string) => void): Readonly<Record<string, string>> {
  const file = join(folder, name);
  const database = openDatabase(stack.tool.databaseFile);
  database.getPragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(stack.tool.databaseFile, file);
  database.close();
  change(file);
  return { DATABASE_URL: `sqlite:${file}` };
}

function executeIn(file: string, sql: string): void {
  const database = openDatabase(file);
  database.execute(sql);
  database.close();
}

describe('doctor', () => {
  it('reports nothing to do if all is well, and succeeds', async () => {
    const { code, found } = await examine();
    expect(toDo(found)).toEqual([]);
    expect(code).toBe(0);
    const fine = ['settings.fine', 'key.strong', 'key.fits', 'database.whole', 'content.fine'];
    const reached = [
      'platform.fine',
      'store.fine',
      'backlog.room',
      'grades.fine',
      'public.fine',
      'proxy.fine',
    ];
    expect(found.map((one) => one.code)).toEqual(expect.arrayContaining([...fine, ...reached, 'clock.fine']));
  });

  it('says what to do about an LMS, a store and an address that do not respond, and fails', async () => {
    const other = createServer((_request, response) => response.end('Bonjour'));
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    try {
      const env = copyDatabase('away.db', (file) => {
        const nobody = "'http://127.0.0.1:9/'";
        executeIn(
          file,
          `UPDATE registrations SET keySetUrl = ${nobody}, tokenUrl = ${nobody};
           UPDATE ltiRows SET value = json_set(value, '$.accesstokenEndpoint', ${nobody})
             WHERE collection = 'platform';
           UPDATE destinations SET endpoint = ${nobody}`,
        );
      });
      const { code, found } = await examine({ ...env, PUBLIC_URL: `http://127.0.0.1:${port}` });
      expect(code).toBe(1);
      expect(toDo(found).sort()).toEqual(
        ['platform.keys-unreachable', 'platform.token-unreachable', 'store.failed', 'public.other'].sort(),
      );
      for (const one of found.filter(({ state }) => state === 'act')) expect(one.todo).not.toBe('');
    } finally {
      await new Promise((done) => other.close(done));
    }
  });

  it('detects proxies that TRUST_PROXY omits, by their public address', async () => {
    const proxy = createServer((request, response) => {
      const headers = { 'x-forwarded-for': '192.0.2.7, 192.0.2.8' };
      void fetch(`${stack.tool.localUrl}${request.url ?? ''}`, { headers }).then(async (answer) => {
        response.end(await answer.text());
      });
    });
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    const { port } = proxy.address() as AddressInfo;
    const { found } = await examine({ PUBLIC_URL: `http://127.0.0.1:${port}` });
    await new Promise((done) => proxy.close(done));
    expect(found.find(({ check }) => check === 'proxy')).toMatchObject({
      state: 'act',
      code: 'proxy.differs',
      params: { hops: 2, trusted: 0 },
    });
  });

  it('reports a key that does not match, a weak one, and invalid settings', async () => {
    const wrong = await examine({ SECRET_KEY: 'kQ3vX9zT1mB7rY5wL2nH8cJ4fD6gS0pA' });
    expect(toDo(wrong.found)).toContain('key.unreadable');
    const unreadable = wrong.found.find(({ code }) => code === 'key.unreadable');
    expect([unreadable?.meaning, unreadable?.todo]).toEqual([
      expect.stringMatching(/^None of the keys given opens/),
      expect.stringMatching(/^Set SECRET_KEY to the key that sealed/),
    ]);
    // Our keys to the LMS are sealed too: nothing is said about the LMS.
    expect(wrong.found.filter(({ check }) => check === 'platform')).toMatchObject([
      { state: 'skipped', params: { because: 'key' } },
    ]);
    const weak = await examine({ SECRET_KEY: 'secret'.repeat(6), SECRET_KEY_PREVIOUS: stack.tool.secretKey });
    expect(toDo(weak.found)).toContain('key.weak');
    expect(weak.found.find(({ code }) => code === 'key.previous-needed')).toMatchObject({ state: 'note' });
    const none = await examine({ SECRET_KEY: '', PORT: 'abc' });
    expect(none.code).toBe(1);
    expect(toDo(none.found)).toEqual(['settings.unusable', 'settings.unusable']);
    expect(none.found.filter(({ code }) => code === 'skipped').length).toBeGreaterThan(5);
  });

  it('leaves a database of an older or newer version, or a damaged one, unchanged', async () => {
    const cases = [
      [
        'older',
        (file: string) => {
          executeIn(file, 'PRAGMA user_version = 7');
        },
        'database.older',
      ],
      [
        'newer',
        (file: string) => {
          executeIn(file, 'PRAGMA user_version = 999');
        },
        'database.unusable',
      ],
      [
        'short',
        (file: string) => {
          truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096);
        },
        'database.damaged',
      ],
    ] as const;
    for (const [name, change, expected] of cases) {
      const env = copyDatabase(`${name}.db`, change);
      const before = readFileSync(join(folder, `${name}.db`));
      const { found } = await examine(env);
      expect([name, found.filter(({ check }) => check === 'database').map(({ code }) => code)]).toEqual([
        name,
        expect.arrayContaining([expected]),
      ]);
      expect(readFileSync(join(folder, `${name}.db`)).equals(before)).toBe(true);
    }
  });

  it('says that a database that does not exist yet is born at the first start', async () => {
    const { found } = await examine({ DATABASE_URL: `sqlite:${join(folder, 'none', 'numplus.db')}` });
    expect(toDo(found).filter((code) => code.startsWith('database'))).toEqual([]);
    const skipped = found.filter(({ state }) => state === 'skipped');
    expect(skipped).not.toEqual([]);
    for (const one of skipped) expect(one.meaning).toBe('No database yet: the first start creates it.');
  });

  it('speaks French and English, line by line', async () => {
    const french = await stack.tool.run('doctor', '--language', 'fr');
    expect(french.stdout).toContain('Tous les réglages sont utilisables.');
    const english = await stack.tool.run('doctor', '--language', 'en');
    expect(english.stdout).toContain('Every setting can be used.');
  });
});
