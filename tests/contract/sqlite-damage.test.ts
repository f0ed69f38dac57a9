/** What a start, `doctor` and `backup` say about an empty or a damaged SQLite file: always a reason, never a stack. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../../server/base/config.ts';
import { AppError } from '../../server/base/errors.ts';
import { createSecrets } from '../../server/base/secrets.ts';
import { checkDatabase } from '../../server/doctor/check-database.ts';
import { openDatabase } from '../../server/storage/sqlite/database.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts';
import { openSqliteUpkeep } from '../../server/storage/sqlite/upkeep.ts';
import { createAttempt } from './storage/sample-attempts.ts';
import { samplePerson } from './storage/sample-rows.ts';

const secrets = createSecrets('a key of at least 32 characters, for tests', null);

let folder: string;
let file: string;
let sound: Buffer;
let files = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'numplus-damage-'));
  const whole = join(folder, 'whole.db');
  const storage = await openSqliteStorage({ file: whole });
  await storage.persons.ensure(samplePerson());
  await createAttempt(storage, {}, 3);
  await storage.close();
  sound = readFileSync(whole);
});
beforeEach(nextFile);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function nextFile(): void {
  files += 1;
  file = join(folder, `${files}.db`);
  writeFileSync(file, sound, { mode: 0o600 });
}

/** Codes of the findings about the database. */
async function examine(): Promise<string[]> {
  const config = { databaseUrl: `sqlite:${file}`, secretKeyPrevious: null } as Config;
  const { findings } = await checkDatabase(config, secrets);
  return findings.map(({ code }) => code);
}

async function backUp(): Promise<void> {
  const upkeep = await openSqliteUpkeep(file);
  try {
    await upkeep.copyTo(`${file}.copy`);
  } finally {
    await upkeep.close();
  }
}

async function start(): Promise<void> {
  await (await openSqliteStorage({ file })).close();
}

/** @throws whatever is no refusal */
async function reasonOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
    return 'none';
  } catch (error) {
    if (error instanceof AppError && error.code === 'storage.unavailable') return error.params.reason;
    throw error;
  }
}

describe('an empty SQLite file', () => {
  it('counts as no database yet: nothing to copy, and the next start creates it', async () => {
    writeFileSync(file, '');
    expect(await examine()).toEqual(['database.absent']);
    expect(await reasonOf(backUp)).toBe('absent');
    expect(readFileSync(file)).toHaveLength(0);
    expect(existsSync(`${file}.copy`)).toBe(false);
    await start();
    expect(await examine()).toContain('database.whole');
  });
});

describe('a damaged SQLite file', () => {
  it.each([
    ['a table is missing', 'DROP TABLE ltiFields; DROP TABLE ltiRows'],
    ['a column has another name', 'ALTER TABLE sessions RENAME COLUMN accessHash TO accessHasi'],
  ])('is reported as damaged if %s', async (_what, sql) => {
    const database = openDatabase(file);
    database.execute(sql);
    database.close();
    expect(await examine()).toEqual(['database.damaged']);
    expect(await reasonOf(start)).toBe('corrupt');
  });

  it('is reported as damaged if an indexed text is no JSON any more', async () => {
    const spoilt = Buffer.from(sound);
    spoilt[spoilt.indexOf('"noticeVersion"')] = 0x78;
    writeFileSync(file, spoilt);
    expect(await examine()).toEqual(['database.damaged']);
    expect(await reasonOf(backUp)).toBe('corrupt');
  });

  it('gets a reason wherever its bytes are changed, cleared or cut off', async () => {
    const random = seeded(1);
    for (let round = 0; round < 60; round += 1) {
      nextFile();
      writeFileSync(file, spoil(sound, round, random));
      // Each throws on anything but a reason.
      const codes = await examine();
      const reasons = [await reasonOf(backUp), await reasonOf(start)];
      expect([codes.length, ...reasons]).not.toContain(undefined);
      expect(codes.length).toBeGreaterThan(0);
    }
  });
});

function spoil(bytes: Buffer, round: number, random: () => number): Buffer {
  const spoilt = Buffer.from(bytes);
  const place = (below: number): number => Math.floor(random() * below);
  if (round % 3 === 0) return spoilt.subarray(0, place(spoilt.length));
  if (round % 3 === 1) {
    const page = 4096 * place(spoilt.length / 4096);
    return spoilt.fill(0, page, page + 4096);
  }
  // Behind the header, which names the kind of file.
  for (let change = 0; change < 15; change += 1) spoilt[100 + place(spoilt.length - 100)] = place(256);
  return spoilt;
}

/** Numbers from 0 to below 1, the same in every run (Park and Miller, 1988). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
