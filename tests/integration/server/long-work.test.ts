/** What one learner can make long is done in parts, so that the others do not wait for it. Counted, not timed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { act } from '../../../server/attempts/act.ts';
import { getScene } from '../../../server/attempts/scene.ts';
import type { AttemptServices, PlayerLaunch } from '../../../server/attempts/services.ts';
import type { Content } from '../../../server/content/load.ts';
import type { AttemptsPort } from '../../../server/storage/ports/attempts.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { watchTurns } from '../../support/watch-turns.ts';

const mostInOneTurn = { actions: 10, pages: 1, entries: 200 };

let bench: DeliveryBench;
let learner: ApiLearner;
let launch: PlayerLaunch;

beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
  learner = new ApiLearner(bench);
  await learner.begin(4);
  await learner.act({ app: 'mail', type: 'compose' });
  const found = (await bench.context.sessions.authenticate(`Bearer ${learner.token}`)).launch;
  const { personId, resourceLinkId } = found;
  if (personId === null || resourceLinkId === null) throw new Error('not the launch of a learner');
  launch = { ...found, personId, resourceLinkId };
});
afterAll(() => bench.close());

const writings = (): ReturnType<ApiLearner['number']> =>
  learner.number(Array.from({ length: 100 }, (_, at) => ({ app: 'mail', type: 'write', typed: `x${at}` })));

/** Calls `seen` before each call of that method. */
function watching<Owner extends object>(
  owner: Owner,
  method: keyof Owner,
  seen: (...args: unknown[]) => void,
): Owner {
  return new Proxy(owner, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (name !== method || typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        seen(...args);
        return Reflect.apply(value, target, args);
      };
    },
  });
}

it('a batch of a hundred actions lets others pass after each ten', async () => {
  const turns = watchTurns();
  const content = watching<Content>(bench.context.content, 'evidence', turns.note);
  const { epoch, id } = learner.attempt;
  const services: AttemptServices = { ...bench.context, content };
  const answer = await act(services, launch, id, {
    contractVersion: 1,
    epoch,
    actions: writings(),
    stateHash: null,
  });
  expect(answer.rejected).toEqual([]);
  const perTurn = turns.end();
  expect(perTurn.reduce((sum, each) => sum + each, 0)).toBe(100);
  expect(Math.max(...perTurn)).toBeLessThanOrEqual(mostInOneTurn.actions);
});

it('four readings of a long scene at once read one short page a turn', async () => {
  await learner.find();
  for (let batch = 0; batch < 5; batch += 1) expect((await learner.send(writings())).status).toBe(200);
  const turns = watchTurns();
  const limits: number[] = [];
  const attempts = watching<AttemptsPort>(bench.context.storage.attempts, 'listEntries', (...[, , page]) => {
    const { fromSeq, limit } = page as Parameters<AttemptsPort['listEntries']>[2];
    // The first pages are read when the requests come.
    if (fromSeq > limit) turns.note();
    limits.push(limit);
  });
  const services: AttemptServices = { ...bench.context, storage: { ...bench.context.storage, attempts } };
  const readings = Array.from({ length: 4 }, () => getScene(services, launch, learner.attempt.id, '1'));
  for (const { actions } of await Promise.all(readings))
    expect(actions).toHaveLength(learner.attempt.actionSeq);
  const perTurn = turns.end();
  expect(limits.length).toBeGreaterThanOrEqual(12);
  expect(Math.max(...limits)).toBeLessThanOrEqual(mostInOneTurn.entries);
  expect(Math.max(...perTurn)).toBe(mostInOneTurn.pages);
});
