/** S00 over HTTP: three gestures that did not come by themselves, the offer, and what is played next. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptAction } from '../../../scenarios/kit/log.ts';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import type { ActAnswer, WeekAnswer } from '../../../server/contract/play.ts';
import type { Problem } from '../../../server/contract/session.ts';
import { type Answer, ApiLearner } from '../../support/api-learner.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { done, rightWay, scoreOfDone } from '../../support/inbox.ts';
import { readOutcome, verbOf } from '../../support/outcome.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { until } from '../../support/until.ts';

const day = 'scenario: s00-welcome, day: 1';
let folder: ContentFolder;
let stack: Stack;
beforeAll(async () => {
  folder = await ContentFolder.create();
  const rest = '{ scenario: s01-first-login, day: 1 }, { scenario: s02-inbox, day: 1 }';
  await folder.playInDemo(`[{ ${day} }, ${rest}]\n    afterHelperOffer: [s02-inbox]`);
  stack = await startStack({ env: { CONTENT_DIR: folder.directory } });
});
afterAll(async () => {
  await stack.close();
  await folder.remove();
});

const pass = (stepId: string): WorldAction => ({ app: 'practice', type: 'pass', stepId });
/** Each step passed over: no gesture came by itself. */
const hard = ['point', 'scroll', 'open', 'type', 'undo', 'listen', 'pause', 'size'].map(pass);
const point: WorldAction = { app: 'practice', type: 'press', stepId: 'point', thingId: 't2' };
const scroll: WorldAction = { app: 'practice', type: 'press', stepId: 'scroll', thingId: 't4' };
/** Two steps passed over: no offer. */
const easy: WorldAction[] = [
  ...[point, scroll, ...hard.slice(2, 4)],
  ...[{ app: 'practice', type: 'erase', stepId: 'undo' } as const, { app: 'desk', type: 'undo' } as const],
  ...[{ app: 'practice', type: 'seen', stepId: 'undo' } as const, done],
];
const answer = (given: 'accepted' | 'declined'): AttemptAction => ({
  app: 'frame',
  type: 'helper-offer',
  answer: given,
});

async function welcome(personId: number, activityId: number, ...actions: WorldAction[]): Promise<ApiLearner> {
  const learner = new ApiLearner(stack);
  expect((await learner.begin(personId, activityId)).world.scored).toBe(false);
  expect((await learner.act(...actions)).body.rejected).toEqual([]);
  return learner;
}

function actIn(
  learner: ApiLearner,
  sceneId: string,
  ...actions: readonly WorldAction[]
): Promise<Answer<ActAnswer & Problem>> {
  return learner.send(learner.number(actions).map((action) => ({ ...action, sceneId })));
}

function isOffer(statement: unknown): boolean {
  return JSON.stringify(statement).includes('activities/offers/helper');
}

function standing({ attempt }: ApiLearner): unknown {
  const { helperOffer, scenes } = attempt;
  return [helperOffer, ...scenes.map(({ scenario, status }) => `${scenario.slice(0, 3)} ${status}`)];
}

describe('the offer of a helper after three missed gestures', () => {
  it('leads to an eased S02 if accepted, through a kill and to a grade that includes only S02', async () => {
    const learner = await welcome(4, 2, ...hard, done);
    expect(standing(learner)).toEqual(['due', 's00 done', 's01 waiting', 's02 waiting']);
    await learner.act(answer('accepted'));
    const after = ['accepted', 's00 done', 's02 waiting', 's01 waiting'];
    expect(standing(learner)).toEqual(after);
    // What a killed worker leased is free a minute later, after other work: wait until nothing is leased.
    await until('what was done so far', () => stack.store.statements().find(isOffer));
    await stack.tool.kill();
    await stack.tool.start();
    await learner.find();
    expect(standing(learner)).toEqual(after);
    const { body } = await learner.request<WeekAnswer>('GET', `/api/attempts/${learner.attempt.id}/week`);
    expect(body.scenes.map(({ sceneId }) => sceneId)).toEqual(['1', '3', '2']);
    expect(await learner.scene('2')).toMatchObject({ status: 409, body: { code: 'scene.not-open' } });
    const scene = (await learner.scene('3')).body;
    expect([scene.world.id, scene.eased]).toEqual(['s02-inbox', true]);
    await actIn(learner, '3', ...rightWay(scene), done);
    expect((await learner.scene('2')).body.eased).toBe(false);
    await learner.act({ app: 'frame', type: 'end' });
    const { points, comment, statements, faults } = await readOutcome(stack, 4, 2);
    expect([points, faults]).toEqual([scoreOfDone, []]);
    expect(comment).toContain('fait');
    const texts = statements.map((statement) => JSON.stringify(statement));
    expect(statements.filter(isOffer)).toHaveLength(1);
    for (const text of texts) {
      const isOfS02 = /(scenarios|items)\/s02-inbox/.test(text);
      expect([text, text.includes('ext/eased":true')]).toEqual([text, isOfS02]);
      if (text.includes('s00-welcome')) expect(text).not.toMatch(/answered"|activities\/items/);
    }
  });

  it('leads to S01 as usual if declined', async () => {
    const learner = await welcome(5, 2, ...hard, done);
    await learner.act(answer('declined'));
    expect(standing(learner)).toEqual(['declined', 's00 done', 's01 waiting', 's02 waiting']);
    const scene = (await learner.scene('2')).body;
    expect([scene.world.id, scene.eased]).toEqual(['s01-first-login', false]);
  });

  it('does not block play if unanswered', async () => {
    const learner = await welcome(6, 2, ...hard, done);
    expect((await learner.scene('2')).body.world.id).toBe('s01-first-login');
    await learner.act(answer('accepted'));
    expect(standing(learner)).toEqual(['accepted', 's00 done', 's01 open', 's02 waiting']);
  });

  it('is made once: a second answer changes nothing', async () => {
    const learner = await welcome(7, 2, ...hard, done);
    await learner.act(answer('declined'));
    const before = standing(learner);
    const refused = { status: 409, body: { code: 'offer.not-due' } };
    expect(await learner.act(answer('accepted'))).toMatchObject(refused);
    await learner.find();
    expect(standing(learner)).toEqual(before);
  });
});

describe('an offer that is not due', () => {
  it('is refused to a client that answers it anyway, and play goes on', async () => {
    const learner = await welcome(4, 3, ...easy);
    expect(standing(learner)).toEqual([null, 's00 done', 's01 waiting', 's02 waiting']);
    const refused = { status: 409, body: { code: 'offer.not-due' } };
    expect(await learner.act(answer('accepted'))).toMatchObject(refused);
    await learner.scene('2');
    const behind = learner.number([{ app: 'frame', type: 'assist' }, answer('accepted')]);
    expect((await learner.send(behind)).body.acknowledged).toBe(learner.attempt.actionSeq);
    expect(await learner.act(answer('accepted'))).toMatchObject(refused);
    expect((await actIn(learner, '2', done)).status).toBe(200);
    expect(standing(learner)).toEqual([null, 's00 done', 's01 done', 's02 waiting']);
  });
});

describe('an attempt with only the welcome played', () => {
  it('has no score and sends no grade', async () => {
    const learner = await welcome(5, 3, ...easy);
    await learner.act({ app: 'frame', type: 'end' });
    expect(learner.attempt.status).toBe('finished');
    const own = await until('its last statement', () => {
      const all = stack.store.statements().filter((one) => JSON.stringify(one).includes(learner.attempt.id));
      return all.some((one) => verbOf(one) === 'terminated') ? all : undefined;
    });
    expect(own.map(verbOf)).toContain('leave');
    expect(own.map(verbOf)).not.toContain('scored');
    expect(own.map(verbOf)).not.toContain('answered');
    expect(
      stack.lms.gradebook().find((row) => row.userId === 5 && row.itemId === 3)?.points ?? null,
    ).toBeNull();
  });
});
