/** `calibrate` refuses in one clear line, before the calculation if possible, and writes nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemName } from '../../../scenarios/psychometrics/item-name.ts';
import { createRandom } from '../../../scenarios/measurement/random.ts';
import { addCalibrateCommand } from '../../../server/cli/calibrate.ts';
import { drawAnswers } from '../../support/measurement/drawn-answers.ts';
import { content } from '../../support/s02.ts';
import { toolMain } from '../../support/tool-main.ts';

let folder: string;
let table: string;
let bank: string;

const newest = Math.max(...content.bankVersions);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'numplus-refusals-'));
  table = join(folder, 'answers.csv');
  bank = join(folder, 'v8.yaml');
  writeFileSync(table, drawTable());
  writeFileSync(bank, 'kept as it is');
  mkdirSync(join(folder, 'tables'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Answers of 120 persons to the items of two scenes. */
function drawTable(): string {
  const items = content
    .getBank(newest)
    .items.filter(({ scenario }) => ['s02-inbox', 's03-tidy'].includes(scenario))
    .map((item) => ({ ...item, id: itemName(item) }));
  const { matrix } = drawAnswers(items, 120, createRandom('refusals'));
  const rows = Array.from({ length: matrix.persons }, (_, person) =>
    [...matrix.points.subarray(person * items.length, (person + 1) * items.length)].join(),
  );
  return [items.map(({ id }) => id).join(), ...rows].join('\n');
}

/** The same command in this process; throws what `main` prints in one line. */
async function calibrate(...args: readonly string[]): Promise<void> {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  addCalibrateCommand(program);
  for (const one of program.commands) one.exitOverride().configureOutput({ writeErr: () => undefined });
  await program.parseAsync(['calibrate', ...args], { from: 'user' });
}

interface CommandOutput {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** As an operator’s command, on an empty database; `limit` is what a shell says before it. */
async function command(args: readonly string[], limit = ''): Promise<CommandOutput> {
  const env = {
    PATH: process.env.PATH ?? '',
    PUBLIC_URL: 'http://127.0.0.1:3000',
    SECRET_KEY: 'of a test, and of nothing else, at all',
    DATABASE_URL: `sqlite:${join(folder, 'numplus.db')}`,
    ALLOW_INSECURE_LOOPBACK: 'on',
    LOG_LEVEL: 'silent',
  };
  const words = [process.execPath, ...toolMain(), 'calibrate', ...args];
  const child = spawn('/bin/sh', ['-c', `${limit} exec "$@"`, 'sh', ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, stdout, stderr };
}

describe('calibrate refuses', () => {
  it.each<[string, () => string[], string]>([
    ['a table that is not there', () => ['--csv', `${table}.gone`], `There is no file `],
    [
      'a folder in place of a table',
      () => ['--csv', join(folder, 'tables')],
      'is a folder; name a CSV file.',
    ],
    [
      'a bank that is not there',
      () => ['--csv', table, '--bank', '9'],
      `There is no bank 9; there are: ${content.bankVersions.join(', ')}.`,
    ],
    [
      'an anchor of another bank',
      () => ['--csv', table, '--anchor', 'S16'],
      `Bank ${String(newest)} has no item or scene S16`,
    ],
    [
      'an anchor of no bank',
      () => ['--csv', table, '--anchor', 'S99', '--bank', '1'],
      'Bank 1 has no item or scene S99',
    ],
    ['an anchor without answers', () => ['--csv', table, '--anchor', 'S05_SEC'], 'The anchor S05_SEC has no'],
    ['no name of an anchor', () => ['--csv', table, '--anchor', 'S02,,S03'], 'names separated by commas'],
    ['a column of ids that is not there', () => ['--csv', table, '--id', 'name'], 'no column “name”'],
    ['no iterations', () => ['--csv', table, '--iterations', '0'], 'a whole number, 1 or more.'],
    ['less than one person', () => ['--csv', table, '--rarest=-3'], 'a whole number, 1 or more.'],
    ['a half of a person', () => ['--csv', table, '--rarest', '1.5'], 'a whole number, 1 or more.'],
    ['another model', () => ['--csv', table, '--model', 'rasch'], 'Allowed choices are pcm, gpcm.'],
  ])('%s, and writes no bank', async (_what, options, said) => {
    const out = join(folder, 'v9.yaml');
    await expect(calibrate(...options(), '--out', out)).rejects.toThrow(said);
    expect(existsSync(out)).toBe(false);
  });

  it.each<[string, () => string, string]>([
    ['the file of a bank that is there', () => bank, 'already exists; a bank version never changes.'],
    ['another file with the number of a bank in use', () => join(folder, 'v1.yaml'), 'Bank 1 already exists'],
    ['a place below a file', () => join(table, 'v9.yaml'), 'There is no folder '],
    ['a place below nothing', () => join(folder, 'nowhere', 'v9.yaml'), 'There is no folder '],
  ])('to write into %s, before it reads any answers', async (_what, place, said) => {
    await expect(calibrate('--csv', `${table}.gone`, '--out', place())).rejects.toThrow(said);
    expect(readFileSync(bank, 'utf8')).toBe('kept as it is');
    expect(existsSync(join(folder, 'v1.yaml'))).toBe(false);
  });
});

describe('the command calibrate', () => {
  it.each([
    [['--study', 'nowhere'], 'There is no study nowhere.'],
    [['--bank', 'two'], 'It must be a whole number, 1 or more.'],
  ])('says in one line what is wrong with %j, and fails', async (args, said) => {
    const { code, stdout, stderr } = await command(args);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
    expect(stderr).toContain(said);
  });

  it('leaves no partial bank if the disk is full', async () => {
    const out = join(folder, 'v9.yaml');
    // No file may grow beyond one block, as on a disk that is full.
    const { code, stdout, stderr } = await command(['--csv', table, '--out', out], 'ulimit -f 1;');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n').at(-1)).toBe(
      `${out} cannot be written into (EFBIG). No bank was written.`,
    );
    expect(existsSync(out)).toBe(false);
  });
});
