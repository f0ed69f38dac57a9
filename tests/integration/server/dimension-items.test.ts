/** Columns of a gradebook for single dimensions: made when the first score needs them, found again, never twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GradeEntry } from '../../../sandbox/lms/gradebook.ts';
import type { Dimension } from '../../../scenarios/kit/dimensions.ts';
import { estimateEap } from '../../../scenarios/measurement/estimate.ts';
import { scoreOn } from '../../../scenarios/measurement/score.ts';
import type { SelectChoice, SelectReply } from '../../../server/contract/select.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay } from '../../support/inbox.ts';

let folder: ContentFolder;
let bench: DeliveryBench;
beforeAll(async () => {
  folder = await ContentFolder.create();
  await folder.lengthenDemo(6);
  bench = await DeliveryBench.start(Date.now(), { CONTENT_DIR: folder.directory });
});
afterAll(async () => {
  await bench.close();
  await folder.remove();
});

async function play(personId: number, activityId: number): Promise<void> {
  const learner = new ApiLearner(bench);
  await learner.begin(personId, activityId);
  // One scene is left as it is: with all points no dimension would be precise enough.
  for (const [index, way] of [rightWay, rightWay, rightWay, rightWay, rightWay, () => []].entries()) {
    const sceneId = String(index + 1);
    const actions = [...way((await learner.scene(sceneId)).body), done];
    await learner.send(learner.number(actions).map((one) => ({ ...one, sceneId })));
  }
  expect(learner.attempt.status).toBe('finished');
  // Two scores for one column keep a second's distance; launches need the real time.
  bench.wait(Math.max(1_500, Date.now() - bench.now));
  await bench.work();
}

/** Ids of the course's activities, oldest first. */
async function listActivities(): Promise<number[]> {
  const headers = { cookie: 'bouleaux_person=3' };
  const page = await fetch(`${bench.lms.publicUrl}/course/2`, { headers });
  return [...(await page.text()).matchAll(/href="\/activity\/(\d+)"/g)].map(([, id]) => Number(id));
}

/** A teacher adds an activity by deep linking. */
async function addActivity(title: string): Promise<number> {
  const teacher = new ApiLearner(bench);
  await teacher.launchAt(3, '/mod/lti/contentitem.php?course=2');
  const choice: SelectChoice = {
    form: 'demo',
    scenes: null,
    title,
    titleLanguage: 'fr',
    attempts: null,
    language: null,
    graded: true,
    grade: 'measure',
    dimensionItems: true,
  };
  const { body } = await teacher.request<SelectReply>('POST', '/api/select', { choices: [choice] });
  await fetch(body.returnUrl, { method: 'POST', body: new URLSearchParams({ JWT: body.jwt }) });
  return (await listActivities()).at(-1) ?? 0;
}

/** What the tool posted to the list of line items. */
function itemsMade(): Readonly<Record<string, unknown>>[] {
  return bench.lms
    .serviceCalls()
    .filter(({ method, path, status }) => method === 'POST' && path.includes('/lineitems?') && status === 201)
    .map(({ body }) => JSON.parse(body) as Record<string, unknown>);
}

/** Of the six items of a dimension, all but one with every point. */
function scoreOf(dimension: Dimension): number {
  const content = folder.load();
  const bank = content.getBank(content.getForm('demo').bankVersion);
  const items = bank.items.filter((item) => item.dimension === dimension);
  const played = items.filter(({ scenario }) => scenario === 's02-inbox' || scenario.endsWith('-twin'));
  const responses = played.map((item, index) => ({ item, points: index === 0 ? 0 : item.steps.length }));
  return scoreOn(bank.score, items, responses, estimateEap(responses, bank)).score;
}

const gradesOf = (personId: number): GradeEntry[] =>
  bench.lms.gradebook().filter(({ userId }) => userId === personId);

describe('a gradebook column for each dimension', () => {
  let activity: number;

  it('is not created if the activity does not want it', async () => {
    await play(4, 2);
    expect(gradesOf(4)).toMatchObject([{ itemId: 2, points: expect.any(Number) as number }]);
    expect(itemsMade()).toEqual([]);
  });

  it('is created once for all learners, bound to no link, and gets the score of its items alone', async () => {
    activity = await addActivity('Un premier tour');
    await play(5, activity);
    await play(6, activity);
    const made = itemsMade();
    const tags = made.map(({ tag }) => tag);
    expect(tags.length).toBeGreaterThanOrEqual(2);
    expect(new Set(tags).size).toBe(tags.length);
    expect(new Set(made.map(({ resourceId }) => resourceId)).size).toBe(1);
    for (const item of made) {
      expect(item.tag).toMatch(/^numplus-(OUT|INF|COM|PRO|SEC|RES)$/);
      expect(item.scoreMaximum).toBe(100);
      expect(item).not.toHaveProperty('resourceLinkId');
    }
    expect(made.map(({ label }) => label)).toContain('Un premier tour – Communiquer et travailler ensemble');
    for (const personId of [5, 6]) {
      expect(gradesOf(personId)).toHaveLength(made.length + 1);
      for (const { comment } of gradesOf(personId)) expect(comment).toContain('NUM+ essai 1');
      const pointsIn = (name: string): number | null | undefined =>
        gradesOf(personId).find(({ itemLabel }) => itemLabel.endsWith(name))?.points;
      expect(pointsIn('Communiquer et travailler ensemble')).toBe(scoreOf('COM'));
      expect(pointsIn('Appareils et fichiers')).toBe(scoreOf('OUT'));
    }
  });

  it('does not replace the launch’s own column, so that the next attempt is graded too', async () => {
    await play(5, activity);
    const own = gradesOf(5).find(({ itemLabel }) => itemLabel === 'Un premier tour');
    expect(own?.comment).toContain('NUM+ essai 2');
  });

  it('is found again by the next process and by a copy of the activity', async () => {
    const { length } = itemsMade();
    await bench.lms.control({ command: 'copyActivity', cmid: activity });
    await bench.restart();
    await play(7, (await listActivities()).at(-1) ?? 0);
    expect(itemsMade()).toHaveLength(length);
    expect(gradesOf(7)).toHaveLength(length + 1);
  });

  it('is separate for another activity of the course', async () => {
    const { length } = itemsMade();
    await play(8, await addActivity('Un second tour'));
    expect(itemsMade()).toHaveLength(2 * length);
  });
});
