/** An adaptive form over HTTP: each scene is chosen on the server, and every choice can be found again from the log. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../scenarios/kit/log.ts';
import { chooseScene, standardRules } from '../../../scenarios/measurement/choose-scene.ts';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import { selectionStateOf } from '../../../server/attempts/choose-next-scene.ts';
import type { SceneAnswer, WeekAnswer } from '../../../server/contract/play.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/open.ts';
import type { AttemptWithProgress } from '../../../server/storage/ports/attempts.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { done } from '../../support/inbox.ts';
import { readOutcome, verbOf } from '../../support/outcome.ts';
import { content } from '../../support/s02.ts';
import { playsIn } from '../../support/scene-plays.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const cmid = 1090;
const skip: WorldAction = { app: 'desk', type: 'skip' };
const pass = (stepId: string): WorldAction => ({ app: 'practice', type: 'pass', stepId });
const folder = mkdtempSync(join(tmpdir(), 'numplus-adaptive-'));
const file = join(folder, 'numplus.db');

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ env: { DATABASE_URL: `sqlite:${file}` } });
  await stack.lms.control({
    command: 'addActivity',
    cmid,
    courseId: 2,
    title: 'Sur mesure',
    custom: { numplus_form: 'adaptive-week' },
  });
});
afterAll(async () => {
  await stack.close();
  rmSync(folder, { recursive: true });
});

const standing = ({ attempt }: ApiLearner): string[] =>
  attempt.scenes.map(({ sceneId, scenario, status }) => `${sceneId} ${scenario.slice(0, 3)} ${status}`);

async function begin(personId: number): Promise<ApiLearner> {
  const learner = new ApiLearner(stack);
  const first = await learner.begin(personId, cmid);
  expect(first.world.id).toBe('s00-welcome');
  return learner;
}

async function actIn(learner: ApiLearner, sceneId: string, actions: readonly WorldAction[]): Promise<void> {
  const sent = learner.number(actions).map((action) => ({ ...action, sceneId }));
  expect((await learner.send(sent)).body.rejected).toEqual([]);
}

/** Opens the next scene and plays it; returns it. */
async function playNext(
  learner: ApiLearner,
  actions: (scene: SceneAnswer) => readonly WorldAction[],
): Promise<SceneAnswer> {
  const waiting = learner.attempt.scenes.find(({ status }) => status === 'waiting' || status === 'open');
  if (waiting === undefined) throw new Error(`no scene waits: ${standing(learner).join(', ')}`);
  const { status, body } = await learner.scene(waiting.sceneId);
  expect(status).toBe(200);
  await actIn(learner, waiting.sceneId, actions(body));
  return body;
}

const rightWay = (scene: SceneAnswer): readonly WorldAction[] => playsIn(scene)[0]?.actions ?? [];
const week = async (learner: ApiLearner): Promise<WeekAnswer> =>
  (await learner.request<WeekAnswer>('GET', `/api/attempts/${learner.attempt.id}/week`)).body;

async function readLog(attemptId: string): Promise<{ found: AttemptWithProgress; log: LogEntry[] }> {
  const storage = await openSqliteStorage({ file });
  try {
    const [organisation] = await storage.organisations.list({ limit: 1 });
    const found = await storage.attempts.find(organisation?.id ?? '', attemptId);
    if (found === undefined) throw new Error('no such attempt');
    const page = { fromSeq: 1, limit: 5000 };
    const stored = await storage.attempts.listEntries(found.attempt.organisationId, attemptId, page);
    return { found, log: stored.map(({ entry }) => entry) };
  } finally {
    await storage.close();
  }
}

describe('an adaptive week', () => {
  it('begins with the welcome and the core, and knows at most one scene ahead', async () => {
    const learner = await begin(4);
    expect(standing(learner)).toEqual(['1 s00 waiting']);
    expect(await week(learner)).toMatchObject({ goesOn: true, scenes: [{ day: 1 }] });
    await actIn(learner, '1', [done]);
    expect(standing(learner)).toEqual(['1 s00 done', '2 s14 waiting']);
    await playNext(learner, rightWay);
    expect(standing(learner)).toEqual(['1 s00 done', '2 s14 done', '3 s02 waiting']);
    expect(await week(learner)).toMatchObject({
      goesOn: true,
      // Twelve scenes in five days: the third is on the first day.
      scenes: [{ day: 1 }, { day: 1, status: 'done' }, { day: 1, status: 'waiting' }],
    });
  });

  it('continues in the same place after a kill, a reload and in a second page', async () => {
    const learner = new ApiLearner(stack);
    await learner.launch(4, cmid);
    await stack.tool.kill();
    await stack.tool.start();
    await learner.find();
    const before = standing(learner);
    await learner.open('another-page');
    await learner.scene('3');
    await learner.open('a-third-page');
    expect(standing(learner)).toEqual([...before.slice(0, 2), '3 s02 open']);
    await playNext(learner, rightWay);
    expect(standing(learner)).toContain('4 s05 waiting');
  });

  it('ends once nothing is left or the most scenes are played, with a grade, and its log explains every choice', async () => {
    const learner = new ApiLearner(stack);
    await learner.launch(4, cmid);
    await learner.find();
    await learner.open('the-last-page');
    for (let scenes = 0; learner.attempt.status !== 'finished' && scenes < 20; scenes += 1) {
      // One is passed over: it counts as played, and the next is chosen after it.
      await playNext(learner, scenes === 1 ? () => [skip] : rightWay);
    }
    expect(learner.attempt.status).toBe('finished');
    const { scenes: pool, core } = content.getForm('adaptive-week');
    expect(new Set(learner.attempt.scenes.map(({ scenario }) => scenario))).toEqual(new Set(pool));
    expect(await week(learner)).toMatchObject({ goesOn: false });
    const days = (await week(learner)).scenes.map(({ day }) => day);
    expect(days).toEqual(days.toSorted());
    expect(new Set(days)).toEqual(new Set([1, 2, 3, 4, 5]));

    const { found, log } = await readLog(learner.attempt.id);
    const because = pool.length < standardRules.stop.maxScenes ? 'nothing-left' : 'scenes';
    expect(log.at(-1)).toMatchObject({ kind: 'finished', how: 'form-done', because });
    const starts = log.filter((entry) => entry.kind === 'scene-started');
    starts.forEach(({ scene, choice }, index) => {
      if (index === 0) {
        expect(choice).toBeUndefined();
        return;
      }
      // The log as it was when the previous scene had ended.
      const end = log.findIndex(
        (entry) => entry.kind === 'scene-ended' && entry.scene.sceneId === String(index),
      );
      const then = { ...found.progress, scenes: found.progress.scenes.slice(0, index) };
      const standingThen = selectionStateOf(content, found.attempt, then, log.slice(0, end + 1));
      const again = chooseScene(standingThen, { ...standardRules, core });
      expect(again).toEqual({ next: scene.scenario, choice });
    });
    expect(starts.map(({ choice }) => choice?.by)).toEqual([
      undefined,
      ...core.map(() => 'core'),
      ...pool.slice(core.length + 1).map(() => 'information'),
    ]);
  });

  it('gives record stores the same as a fixed one, and sends its grade', async () => {
    const { points, statements, faults } = await readOutcome(stack, 4, cmid);
    expect(faults).toEqual([]);
    expect(points).toBeGreaterThan(0);
    expect(JSON.stringify(statements)).not.toMatch(/narrowedBy|"draw"|nothing-left/);
    expect(new Set(statements.map(verbOf))).toContain('scored');
  });

  it('has its own random choices for each attempt, and may be ended at any time', async () => {
    const learner = await begin(5);
    await actIn(learner, '1', [done]);
    await playNext(learner, rightWay);
    await learner.act({ app: 'frame', type: 'end' });
    expect(learner.attempt.status).toBe('finished');
    const { log } = await readLog(learner.attempt.id);
    expect(log.at(-1)).toMatchObject({ kind: 'finished', how: 'learner', score: null });
    expect(log.at(-1)).not.toHaveProperty('because');
  });

  it('goes on with an eased S14 for a person who accepts a helper', async () => {
    const learner = await begin(6);
    const hard = ['point', 'scroll', 'open', 'type', 'undo', 'listen', 'pause', 'size'].map(pass);
    await actIn(learner, '1', [...hard, done]);
    expect(learner.attempt.helperOffer).toBe('due');
    await learner.act({ app: 'frame', type: 'helper-offer', answer: 'accepted' });
    const scene = await playNext(learner, rightWay);
    expect([scene.world.id, scene.eased]).toEqual(['s14-punch-app', true]);
    expect(standing(learner).at(-1)).toBe('3 s02 waiting');
    expect((await learner.scene('3')).body.eased).toBe(false);
  });

  it('plays scenes that an activity names in the order named', async () => {
    await stack.lms.control({
      command: 'addActivity',
      cmid: 1091,
      courseId: 2,
      title: 'Nommées',
      custom: { numplus_form: 'adaptive-week', numplus_scenes: 's04-schedule,s02-inbox' },
    });
    const learner = new ApiLearner(stack);
    expect((await learner.begin(4, 1091)).world.id).toBe('s04-schedule');
    expect(standing(learner)).toEqual(['1 s04 waiting', '2 s02 waiting']);
  });
});
