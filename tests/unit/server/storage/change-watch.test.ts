/** How kept rows learn that something was written. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createChangeWatch } from '../../../../server/storage/sqlite/change-watch.ts';

it('hears of each write of its own at once', () => {
  const watch = createChangeWatch(() => 1);
  const seen = [watch.version()];
  watch.note();
  seen.push(watch.version());
  watch.note();
  seen.push(watch.version(), watch.version());
  expect(new Set(seen).size).toBe(3);
  expect(seen[3]).toBe(seen[2]);
});

it('asks for others once in a turn, and hears of them at the next', async () => {
  const others = { version: 7, asked: 0 };
  const watch = createChangeWatch(() => {
    others.asked += 1;
    return others.version;
  });
  const before = watch.version();
  others.version = 8;
  expect(watch.version()).toBe(before);
  expect(others.asked).toBe(1);
  await nextTurn();
  expect(watch.heard()).toBe(before);
  const after = watch.version();
  expect(after).not.toBe(before);
  expect(watch.heard()).toBe(after);
  await nextTurn();
  expect(watch.version()).toBe(after);
  expect(others.asked).toBe(3);
});

it('says nothing of quiet work, and speaks again after it, even where that failed', () => {
  const watch = createChangeWatch(() => 1);
  const before = watch.version();
  watch.quietly(() => {
    watch.quietly(() => {
      watch.note();
    });
    watch.note();
  });
  const fail = (): never => {
    throw new Error('no room');
  };
  expect(() => watch.quietly(fail)).toThrow('no room');
  expect(watch.version()).toBe(before);
  watch.note();
  expect(watch.version()).not.toBe(before);
});

it('asks again in the same turn where it got no answer', () => {
  const answers = [new Error('busy'), 1];
  const watch = createChangeWatch(() => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
  expect(() => watch.version()).toThrow('busy');
  expect(watch.version()).toBeTypeOf('number');
  expect(answers).toEqual([]);
});
