import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ownTurn } from '../../../../server/base/own-turn.ts';
import { watchTurns } from '../../../support/watch-turns.ts';

it('gives long works that ask at once a turn of the event loop each, in their order', async () => {
  const turns = watchTurns();
  const given: string[] = [];
  const work = async (name: string): Promise<void> => {
    for (let part = 1; part <= 3; part += 1) {
      await ownTurn();
      turns.note();
      given.push(`${name}${part}`);
    }
  };
  await Promise.all([work('a'), work('b'), work('c')]);
  expect(given).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'c2', 'a3', 'b3', 'c3']);
  expect(turns.end()).toEqual(Array.from(given, () => 1));
});

it('gives somebody who asks alone the next turn', async () => {
  const asked = ownTurn();
  await nextTurn();
  await nextTurn();
  await expect(Promise.race([asked.then(() => 'given'), nextTurn('later')])).resolves.toBe('given');
});
