import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../../../server/storage/sqlite/database.ts';
import type { SqliteDatabase } from '../../../../server/storage/sqlite/database.ts';
import { createGroupCommit } from '../../../../server/storage/sqlite/group-commit.ts';

let folder: string;
let database: SqliteDatabase;
let reader: SqliteDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'numplus-test-'));
  database = openDatabase(join(folder, 'test.db'));
  database.execute('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.execute('CREATE TABLE items (id TEXT PRIMARY KEY) STRICT');
  reader = openDatabase(join(folder, 'test.db'));
});

afterEach(() => {
  reader.close();
  database.close();
  rmSync(folder, { recursive: true });
});

const insertInto = (target: SqliteDatabase): ((id: string) => void) => {
  const insert = target.command('INSERT INTO items (id) VALUES (@id)');
  return (id) => void insert({ id });
};

/** As another process sees it: only what was committed. */
const listItems = (): string[] =>
  reader
    .query(z.object({ id: z.string() }), 'SELECT id FROM items ORDER BY id')
    .list({})
    .map(({ id }) => id);

describe('concurrent writes', () => {
  it('share a transaction, and each gets its own result once others can see it', async () => {
    const insert = insertInto(database);
    const answers = await Promise.all(
      ['a', 'b', 'c'].map(async (id) => {
        const answer = await database.write(() => {
          insert(id);
          return `${id} done`;
        });
        return [answer, listItems()];
      }),
    );
    const all = ['a', 'b', 'c'];
    expect(answers).toEqual(all.map((id) => [`${id} done`, all]));
  });

  it('run in the order of their calls', async () => {
    const order: number[] = [];
    await Promise.all([1, 2, 3, 4, 5].map((at) => database.write(() => order.push(at))));
    expect(order).toEqual([1, 2, 3, 4, 5]);
  });

  it('are independent: one that throws loses only its own rows', async () => {
    const insert = insertInto(database);
    const outcomes = await Promise.allSettled([
      database.write(() => {
        insert('first');
      }),
      database.write(() => {
        insert('half');
        throw new Error('changed my mind');
      }),
      database.write(() => {
        insert('first');
      }),
      database.write(() => {
        insert('last');
      }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(outcomes[2]).toMatchObject({ reason: { code: 'storage.duplicate' } });
    expect(listItems()).toEqual(['first', 'last']);
  });

  it('run once if all succeed, and all once more if one throws', async () => {
    const runs: string[] = [];
    const write = (name: string, fails = false): Promise<void> =>
      database.write(() => {
        runs.push(name);
        if (fails) throw new Error('changed my mind');
      });
    await Promise.all([write('a'), write('b')]);
    expect(runs).toEqual(['a', 'b']);
    await Promise.allSettled([write('c'), write('d', true), write('e')]);
    expect(runs).toEqual(['a', 'b', 'c', 'd', 'c', 'd', 'e']);
  });

  it('are split into several groups beyond two hundred, and all are written', async () => {
    const insert = insertInto(database);
    const ids = Array.from({ length: 450 }, (_, at) => String(at).padStart(3, '0'));
    await Promise.all(
      ids.map((id) =>
        database.write(() => {
          insert(id);
        }),
      ),
    );
    expect(listItems()).toEqual(ids);
  });

  it('that are still queued when the database closes are written', async () => {
    const insert = insertInto(database);
    const written = database.write(() => {
      insert('late');
    });
    database.close();
    await written;
    expect(listItems()).toEqual(['late']);
    database = openDatabase(join(folder, 'test.db'));
  });
});

describe('a group of writes', () => {
  /** One write in each of that many turns; returns the number of writes per transaction. */
  async function writeEachTurn(turns: number): Promise<number[]> {
    const sizes: number[] = [];
    let depth = 0;
    const group = createGroupCommit({
      run: (work) => {
        if (depth === 0) sizes.push(0);
        depth += 1;
        const result = work();
        depth -= 1;
        return result;
      },
      isOpen: () => depth > 0,
    });
    const written: Promise<unknown>[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      written.push(
        group.write(() => {
          sizes.push((sizes.pop() ?? 0) + 1);
          return turn;
        }),
      );
      await new Promise((next) => setImmediate(next));
    }
    expect(await Promise.all(written)).toEqual(Array.from({ length: turns }, (_, turn) => turn));
    return sizes;
  }

  it('includes the writes of the next turns of the event loop', async () => {
    expect(await writeEachTurn(1)).toEqual([1]);
    expect(await writeEachTurn(5)).toEqual([5]);
  });

  it('does not wait forever if each turn adds a write', async () => {
    const sizes = await writeEachTurn(40);
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.max(...sizes)).toBeLessThan(12);
  });
});

describe('a transaction that fails', () => {
  it('rejects every write of its group, also those that had succeeded', async () => {
    const lost = new Error('disk full');
    let open = false;
    const group = createGroupCommit({
      run: (work) => {
        const outermost = !open;
        open = true;
        const result = work();
        if (outermost) open = false;
        return result;
      },
      isOpen: () => open,
    });
    const outcomes = await Promise.allSettled([
      group.write(() => 'went well'),
      group.write(() => {
        open = false;
        throw lost;
      }),
      group.write(() => 'never ran'),
    ]);
    expect(outcomes.map((outcome) => ('reason' in outcome ? outcome.reason === lost : outcome))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('is not retried if it could not begin, or if a write ended it', async () => {
    const runs: string[] = [];
    const busy = new Error('another process writes');
    const locked = createGroupCommit({
      run: () => {
        runs.push('begin');
        throw busy;
      },
      isOpen: () => false,
    });
    await expect(locked.write(() => runs.push('work'))).rejects.toBe(busy);
    const full = new Error('disk full');
    const ended = createGroupCommit({ run: (work) => work(), isOpen: () => false });
    const write = ended.write(() => {
      runs.push('work');
      throw full;
    });
    await expect(write).rejects.toBe(full);
    expect(runs).toEqual(['begin', 'work']);
  });

  it('rejects the group if the commit fails, and the next group succeeds', async () => {
    const full = new Error('commit refused');
    const commits = [
      (): void => {
        throw full;
      },
      (): void => undefined,
    ];
    let depth = 0;
    const group = createGroupCommit({
      run: (work) => {
        depth += 1;
        const result = work();
        depth -= 1;
        if (depth === 0) commits.shift()?.();
        return result;
      },
      isOpen: () => depth > 0,
    });
    await expect(group.write(() => 1)).rejects.toBe(full);
    expect(await group.write(() => 2)).toBe(2);
  });
});
