import { createHook } from 'node:async_hooks';
import { createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Agreement, Judgements } from '../../../../lti/engine/judgements.ts';
import { arePromisesFollowed } from '../../../support/followed-promises.ts';

const never = new Promise<never>(() => undefined);
const agreed: Agreement = { agreed: true };

function makeKey(): KeyObject {
  return createSecretKey(randomBytes(32));
}

/**
 * A launch whose verdict comes after that many turns of the loop; returns whether it saw its own key at each of them.
 */
async function launch(judgements: Judgements, turns: number): Promise<boolean> {
  const key = makeKey();
  const seen = new Set<unknown>();
  await judgements.judge(key, async () => {
    for (let at = 0; at < turns; at += 1) {
      await turn();
      seen.add(judgements.find()?.key);
    }
    judgements.find()?.settle(agreed);
    return never;
  });
  return seen.size === 1 && seen.has(key);
}

it('concurrent, sequential and overlapping launches each see only their own key', async () => {
  const judgements = new Judgements();
  for (let round = 0; round < 20; round += 1) {
    expect(await launch(judgements, 1)).toBe(true);
    // The first end long before the last, while others begin.
    const sideBySide = Array.from({ length: 10 }, async (_, at) => [
      await launch(judgements, 1 + at),
      await launch(judgements, 2),
    ]);
    expect(new Set((await Promise.all(sideBySide)).flat())).toEqual(new Set([true]));
    expect(judgements.find()).toBeUndefined();
  }
});

it('Node tracks promises only while a launch is validated', async () => {
  const hook = createHook({ init: () => undefined }).enable();
  expect(await arePromisesFollowed()).toBe(true);
  hook.disable();
  expect(await arePromisesFollowed()).toBe(false);
  const judgements = new Judgements();
  await launch(judgements, 3);
  expect(await arePromisesFollowed()).toBe(false);
  await Promise.all([1, 5, 3].map((turns) => launch(judgements, turns)));
  expect(await arePromisesFollowed()).toBe(false);
  expect(await judgements.judge(makeKey(), () => Promise.resolve(agreed))).toEqual(agreed);
  expect(await arePromisesFollowed()).toBe(false);
});

it('work left after a launch’s verdict changes no verdict and sees no other launch’s key', async () => {
  const judgements = new Judgements();
  const key = makeKey();
  const keysSeenLate: unknown[] = [];
  let late = Promise.resolve();
  const verdict = await judgements.judge(key, () => {
    const settle = judgements.find()?.settle;
    late = turn().then(() => {
      settle?.({ agreed: false, reason: 'LATE' });
      keysSeenLate.push(judgements.find()?.key);
    });
    settle?.(agreed);
    return never;
  });
  const other = launch(judgements, 5);
  await late;
  expect(verdict).toEqual(agreed);
  expect([undefined, key]).toContain(keysSeenLate[0]);
  expect(await other).toBe(true);
});
