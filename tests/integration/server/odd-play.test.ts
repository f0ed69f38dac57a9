/**
 * Play that no client makes, over HTTP and in every scene: unusual texts, malformed actions, many undos, duplicate
 * and stale batches, thousands of actions. The process survives, one code names what was refused, and nothing is
 * lost.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashState } from '../../../scenarios/world/hash.ts';
import { replay, step } from '../../../scenarios/world/scene.ts';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import type { ClientAction, SceneAnswer } from '../../../server/contract/play.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { done } from '../../support/inbox.ts';
import { oddActions } from '../../support/odd-actions.ts';
import { isPlay, listNewestScenarios, type PlayedScenario } from '../../support/scene-plays.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { until } from '../../support/until.ts';

const undo: WorldAction = { app: 'desk', type: 'undo' };
const scenarios = listNewestScenarios();
const known = scenarios.flatMap(({ plays }) => plays.flatMap(({ actions }) => actions.filter(isPlay)));

let folder: ContentFolder;
let stack: Stack;
let learner: ApiLearner;
beforeAll(async () => {
  folder = await ContentFolder.create();
  await folder.playInDemo(`[${scenarios.map(({ world }) => world.id).join(', ')}]`);
  stack = await startStack({ env: { CONTENT_DIR: folder.directory } });
  learner = new ApiLearner(stack);
  await learner.begin(4);
});
afterAll(async () => {
  await stack.close();
  await folder.remove();
});

/** The scene with this scenario, started if it waits. */
async function openScene({ world }: PlayedScenario): Promise<SceneAnswer> {
  const place = learner.attempt.scenes.findIndex(({ scenario }) => scenario === world.id);
  const { status, body } = await learner.scene(String(place + 1));
  expect(status).toBe(200);
  return body;
}

function inScene({ sceneId }: SceneAnswer, actions: readonly WorldAction[]): ClientAction[] {
  return learner.number(actions).map((action) => ({ ...action, sceneId }));
}

/** The stored actions give the state that the server reports. */
async function expectWhole(scenario: PlayedScenario): Promise<SceneAnswer> {
  const scene = await openScene(scenario);
  expect(hashState(replay(scene.world, scene.actions))).toBe(scene.stateHash);
  return scene;
}

/** Samples with a seed of their own: the same at every run. */
function sample(actions: readonly WorldAction[], count: number): WorldAction[] {
  return fc.sample(fc.oneof(oddActions(actions), fc.constantFrom(...actions), fc.constant(undo)), {
    numRuns: count,
    seed: 20,
  });
}

/** The scenario's first action with a typed text, with invisible characters in it and half an emoji. */
function oddTexts(actions: readonly WorldAction[]): WorldAction[] {
  const written = actions.find((action) => 'typed' in action);
  if (written === undefined) return [];
  const texts = ['a\ud83d', '\udc4d', '\u0000', '\ufeffa', '\u202ea\u2069', '👩‍👩‍👧', 'e\u0301', '\r\n', ' '];
  return texts.map((typed) => ({ ...written, typed }));
}

describe.each(scenarios)('unusual actions in $name', (scenario) => {
  const own = scenario.plays.flatMap(({ actions }) => actions.filter(isPlay));

  it('are accepted or refused one by one, from any scenario', async () => {
    const scene = await openScene(scenario);
    for (const actions of [sample(known, 100), sample(own, 100)]) {
      const { status, body } = await learner.send(inScene(scene, actions));
      expect([status, body.code]).toEqual([200, undefined]);
    }
    await expectWhole(scenario);
  });

  it('that the world accepts never make page and server differ', async () => {
    const scene = await expectWhole(scenario);
    let state = replay(scene.world, scene.actions);
    for (const action of [...oddTexts(own), ...sample(own, 15)]) {
      const [numbered] = inScene(scene, [action]);
      const { epoch } = learner.attempt;
      const next = step(scene.world, state, action, { epoch, actionSeq: numbered?.actionSeq ?? 0 });
      if (!next.ok || numbered === undefined) continue;
      state = next.state;
      const { body } = await learner.send([numbered], { stateHash: hashState(state) });
      expect([JSON.stringify(action), body.resync]).toEqual([JSON.stringify(action), false]);
    }
  });

  it('followed by one undo too many, a hundred at a time and twice, end at the start', async () => {
    const scene = await openScene(scenario);
    for (let left = replay(scene.world, scene.actions).past.length; left > 0; left -= 100) {
      const batch = inScene(scene, Array<WorldAction>(Math.min(left + 1, 100)).fill(undo));
      const answers = await Promise.all([learner.send(batch), learner.send(batch)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    }
    const { world, actions } = await expectWhole(scenario);
    expect(replay(world, actions).past).toHaveLength(0);
  });

  it('after the end of the scene are refused by the world and logged', async () => {
    const scene = await openScene(scenario);
    const late = [undo, ...own.slice(0, 3), done];
    const isLast = scenario === scenarios.at(-1);
    // Behind the end of the last scene nothing is looked at any more: its sender could not know yet.
    const { body } = await learner.send(inScene(scene, [done, ...late]));
    expect(body.rejected).toHaveLength(isLast ? 0 : late.length);
    expect(learner.attempt.status).toBe(isLast ? 'finished' : 'open');
    expect((await learner.send(inScene(scene, [undo]))).status).toBe(isLast ? 409 : 200);
  });
});

describe('after all scenes were played with unusual actions', () => {
  it('the attempt accepts nothing more, and the log has no failure of the tool', async () => {
    const { body } = await learner.send(learner.number([undo]));
    expect(body.code).toBe('attempt.closed');
    expect(stack.tool.log).not.toMatch(/request\.failed|world\.diverged/);
  });

  it('every statement arrives, and none is refused', async () => {
    await until('the last statement', () =>
      stack.store.statements().find((statement) => {
        const text = JSON.stringify(statement);
        return text.includes(learner.attempt.id) && text.includes('/terminated"');
      }),
    );
    const dead = await stack.tool.run('outbox', 'dead', '--json');
    expect([dead.code, JSON.parse(dead.stdout)]).toEqual([0, []]);
  });
});

describe('a malformed action', () => {
  const wrong: readonly unknown[] = [null, {}, 'x'.repeat(2001), { toString: 1 }, [[]]];

  it('is refused with one code, and nothing of its batch is stored', async () => {
    const other = new ApiLearner(stack);
    const scene = await other.begin(5);
    const path = `/api/attempts/${other.attempt.id}/actions`;
    const kinds = new Map(known.map((action) => [`${action.app}.${action.type}`, action]));
    for (const action of kinds.values()) {
      const fields = Object.keys(action);
      const field = fields.at(-1) ?? '';
      const value = wrong[fields.length % wrong.length];
      const bad = {
        ...other.number([undo])[0],
        sceneId: scene.sceneId,
        action: { ...action, [field]: value },
      };
      const request = { contractVersion: 1, epoch: other.attempt.epoch, stateHash: null };
      const { status, body } = await other.request<{ code: string }>('POST', path, {
        ...request,
        actions: [...other.number([undo]), bad],
      });
      expect([JSON.stringify(bad.action), status, body.code]).toEqual([
        ...[JSON.stringify(bad.action), 400, 'request.invalid'],
      ]);
    }
    expect((await other.find())?.actionSeq).toBe(0);
  });

  it('with a prototype is refused, and changes no object of the tool', async () => {
    const path = `/api/attempts/${learner.attempt.id}/actions`;
    const batch = { contractVersion: 1, epoch: 1, stateHash: null, actions: learner.number([undo]) };
    const odd = JSON.stringify(batch).replace('"type":"undo"', '"type":"undo","__proto__":{"app":"mail"}');
    const response = await fetch(`${stack.tool.localUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${learner.token}`, 'content-type': 'application/json' },
      body: odd,
    });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'request.invalid' }]);
  });
});

describe('two thousand actions in one scene', () => {
  it('are all stored, and an outdated page cannot add to them', async () => {
    const busy = new ApiLearner(stack);
    const scene = await busy.begin(6);
    const old = busy.attempt.epoch;
    const target = { app: 'desk', type: 'open-app' } as const;
    const [one = 'mail', two = one] = scene.world.apps;
    for (let batch = 0; batch < 20; batch += 1) {
      const actions = Array.from({ length: 100 }, (_, index) => ({
        ...target,
        target: index % 2 ? one : two,
      }));
      expect((await busy.act(...actions)).body.rejected).toEqual([]);
    }
    await busy.open('another-page');
    const stale = await busy.send(busy.number([undo]), { epoch: old });
    expect([stale.status, stale.body.code]).toEqual([409, 'attempt.epoch-stale']);
    const { actions, stateHash, world } = (await busy.scene()).body;
    expect(actions).toHaveLength(2000);
    expect(hashState(replay(world, actions))).toBe(stateHash);
  });
});
