/** `backup` and `restore` as an operator runs them, with a learner in the middle of a play. */
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiLearner } from '../../support/api-learner.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { until } from '../../support/until.ts';

let stack: Stack;
let folder: string;
let copy: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'numplus-backup-'));
  copy = join(folder, 'copies', 'monday.db');
  stack = await startStack();
});
afterAll(async () => {
  await stack.close();
  rmSync(folder, { recursive: true });
});

describe('a backup', () => {
  const learner = (): ApiLearner => new ApiLearner(stack);
  let playing: ApiLearner;
  let rest: ReturnType<typeof rightWay>;

  it('is complete, one file, for its owner alone and without SECRET_KEY, also while somebody plays', async () => {
    playing = learner();
    const [first, second, ...others] = rightWay(await playing.begin(4));
    if (first === undefined || second === undefined) throw new Error('nothing to do');
    await playing.act(first);
    const made = await stack.tool.run('backup', copy, '--json');
    expect(made).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('SECRET_KEY is not in the copy') as string,
    });
    expect(JSON.parse(made.stdout)).toMatchObject([
      { file: copy, persons: 1, attempts: 1, checked: 'whole' },
    ]);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    for (const end of ['-wal', '-shm', '-journal', '.part']) expect(existsSync(`${copy}${end}`)).toBe(false);
    const bytes = readFileSync(copy);
    expect(bytes.includes(stack.tool.secretKey)).toBe(false);
    // What comes after the copy is lost with the disk, and sent again by the page that stored it.
    await playing.act(second);
    rest = [second, ...others];
  });

  it('overwrites nothing, and neither does a restore', async () => {
    const before = readFileSync(copy);
    const again = await stack.tool.run('backup', copy);
    expect(again).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('"taken"') as string,
    });
    const over = await stack.tool.run('restore', copy);
    expect(over).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('"taken"') as string });
    expect(readFileSync(copy).equals(before)).toBe(true);
  });

  it('that is damaged, no database or missing is refused, and nothing is restored', async () => {
    const short = join(folder, 'short.db');
    writeFileSync(short, readFileSync(copy));
    truncateSync(short, Math.floor(statSync(short).size / 8192) * 4096);
    const letter = join(folder, 'letter.db');
    writeFileSync(letter, 'Bonjour. '.repeat(2_000));
    const place = join(folder, 'elsewhere', 'numplus.db');
    for (const [file, reason] of [
      [short, 'corrupt'],
      [letter, 'not-a-database'],
      [join(folder, 'no.db'), 'absent'],
    ] as const) {
      const { code, stderr } = await stack.tool.runWith({ DATABASE_URL: `sqlite:${place}` }, 'restore', file);
      expect([file, code, stderr.trim().split('\n').length]).toEqual([file, 1, 1]);
      expect(stderr).toContain(`"${reason}"`);
      expect(existsSync(place) || existsSync(`${place}.part`)).toBe(false);
    }
  });

  it.runIf(process.platform === 'linux')(
    'is not restored where no folder can be, and a sentence says so',
    async () => {
      const env = { DATABASE_URL: 'sqlite:/proc/numplus/numplus.db' };
      for (const [language, sentence] of [
        ['en', 'The file cannot be opened.'],
        ['fr', 'Le fichier ne s’ouvre pas.'],
      ] as const) {
        const { code, stderr } = await stack.tool.runWith(env, 'restore', copy, '--language', language);
        expect([code, stderr.trim().split('\n')]).toEqual([1, [expect.stringContaining(sentence)]]);
      }
    },
  );

  it('for another SECRET_KEY is restored, and the command says what is missing', async () => {
    const place = join(folder, 'other-key', 'numplus.db');
    const env = { DATABASE_URL: `sqlite:${place}`, SECRET_KEY: 'kQ3vX9zT1mB7rY5wL2nH8cJ4fD6gS0pA' };
    const { code, stderr } = await stack.tool.runWith(env, 'restore', copy);
    expect([code, existsSync(place)]).toEqual([1, true]);
    expect(stderr).toContain('SECRET_KEY does not open');
  });

  it('restores everything on an empty machine: the learner continues with the same page to a grade', async () => {
    await stack.tool.stop();
    for (const end of ['', '-wal', '-shm']) rmSync(`${stack.tool.databaseFile}${end}`, { force: true });
    const restored = await stack.tool.run('restore', copy, '--json');
    expect(restored).toMatchObject({ code: 0 });
    expect(JSON.parse(restored.stdout)).toMatchObject([{ attempts: 1, unreadable: 0 }]);
    await stack.tool.start();
    await playing.find();
    await playing.open('the-page-again');
    const answer = await playing.act(...rest, done);
    expect(answer).toMatchObject({ status: 200, body: { rejected: [], attempt: { status: 'finished' } } });
    await until('the grade', () => stack.lms.gradebook().find(({ userId }) => userId === 4));
  });
});
