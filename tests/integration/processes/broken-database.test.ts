/**
 * What an operator sees if the SQLite file cannot be used: one clear line, an exit code other than 0, and an
 * unchanged file.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../server/storage/sqlite/database.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts';
import { type DiskFault, findDiskAbsence, runOnDisk } from '../../support/broken-disk.ts';
import { type CommandResult, ToolProcess } from '../../support/tool-process.ts';

const absence = findDiskAbsence();
const commands = ['serve', 'worker', 'doctor'] as const;

interface ReportedCheck {
  readonly state: string;
  readonly check: string;
  readonly meaning: string;
}

let folder: string;
let sound: string;
let tool: ToolProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'numplus-broken-'));
  sound = join(folder, 'sound.db');
  await (await openSqliteStorage({ file: sound })).close();
  // Nothing comes to listen: neither here nor at its public address.
  tool = new ToolProcess(0, '127.0.0.1', { PUBLIC_URL: 'http://127.0.0.1:9' });
});
afterAll(async () => {
  await tool.remove();
  rmSync(folder, { recursive: true });
});

/** Runs all three, each with its own file changed by `spoil`; expects the sentence, the code and the bytes. */
async function expectRefusals(
  run: (command: string, file: string) => Promise<CommandResult>,
  sentence: string,
  spoil: (file: string) => void = () => undefined,
): Promise<void> {
  for (const command of commands) {
    const file = join(folder, `${command}.db`);
    copyFileSync(sound, file);
    spoil(file);
    const before = readFileSync(file);
    const { code, stdout, stderr } = await run(command, file);
    expect([command, code]).toEqual([command, 1]);
    const lines =
      command === 'doctor'
        ? (JSON.parse(stdout) as ReportedCheck[])
            .filter(({ state, check }) => state === 'act' && check === 'database')
            .map(({ meaning }) => meaning)
        : `${stdout}${stderr}`.trim().split('\n');
    expect([command, lines]).toEqual([command, [expect.stringContaining(sentence)]]);
    expect(readFileSync(file).equals(before)).toBe(true);
    rmSync(file);
  }
}

const optionsOf = (command: string): string[] =>
  command === 'doctor' ? [command, '--json', '--language', 'en'] : [command];

const runOn = (command: string, file: string): Promise<CommandResult> =>
  tool.runWith({ DATABASE_URL: `sqlite:${file}` }, ...optionsOf(command));

const runOnBroken =
  (fault: DiskFault) =>
  (command: string, file: string): Promise<CommandResult> =>
    runOnDisk(fault, file, { args: optionsOf(command), env: tool.settings });

describe('a faulty SQLite file under serve, worker and doctor', () => {
  it('from a newer version is reported as such and left unchanged', async () => {
    await expectRefusals(runOn, 'made by a newer NUM+', (file) => {
      const database = openDatabase(file);
      database.execute('PRAGMA user_version = 999');
      database.close();
    });
  });

  it('with a missing end is reported as damaged and left unchanged', async () => {
    await expectRefusals(runOn, 'damaged', (file) => {
      truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096);
    });
  });

  it('on a read-only disk is reported as such and left unchanged', async (context) => {
    if (absence !== undefined) return context.skip(absence);
    await expectRefusals(runOnBroken('read-only'), 'cannot be written');
  });

  it('on a full disk is left unchanged, and the disk is reported as full', async (context) => {
    if (absence !== undefined) return context.skip(absence);
    await expectRefusals(runOnBroken('full'), 'The disk is full');
  });
});
