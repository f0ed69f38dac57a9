/** Which attempts a review lists and opens, and the pages of a timeline. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptReview, ReviewAnswer, TimelineAnswer } from '../../../server/contract/review.ts';
import { rightWay } from '../../support/inbox.ts';
import { asStaff, ReviewWorld } from '../../support/review-world.ts';

let reviews: ReviewWorld;
beforeAll(async () => {
  reviews = await ReviewWorld.start();
});
afterAll(() => reviews.close());

describe('a review', () => {
  it('says that somebody who never came, or never began, has not begun', async () => {
    await reviews.world.enter('ours', 'looked-in');
    for (const subject of [null, 'looked-in']) {
      const { body } = await reviews.get<ReviewAnswer>(await reviews.reviewer(subject), '/api/review');
      expect(body).toMatchObject({ view: 'staff', attempts: [], latest: null });
    }
    expect(
      (await reviews.get<ReviewAnswer>(await reviews.ownReviewer('looked-in'), '/api/review')).body,
    ).toMatchObject({
      view: 'own',
      attempts: [],
    });
  });

  it('never shows a preview', async () => {
    const id = await reviews.play('tryer', 1, () => [], true);
    const token = await reviews.reviewer('tryer');
    expect((await reviews.get<ReviewAnswer>(token, '/api/review')).body.attempts).toEqual([]);
    expect((await reviews.get(token, `/api/review/${id}`)).status).toBe(404);
    expect((await reviews.get(token, `/api/review/${id}/timeline`)).status).toBe(404);
  });

  it('lists the newest first and can open each', async () => {
    const skip = { app: 'desk', type: 'skip' } as const;
    const first = await reviews.play('rejean', 1, (scene) => [...rightWay(scene), skip]);
    const second = await reviews.play('rejean', 2, (scene) => rightWay(scene).slice(0, 1));
    const token = await reviews.reviewer('rejean');
    const { body } = await reviews.get<ReviewAnswer>(token, '/api/review');
    expect(body.attempts.map(({ id, status, endedAt }) => [id, status, endedAt === null])).toEqual([
      [second, 'open', true],
      [first, 'finished', false],
    ]);
    const [open] = asStaff(body.latest).scenes;
    expect(open).toMatchObject({ status: 'open', seen: [], toWork: [], dimensions: [] });
    const skipped = asStaff((await reviews.get<AttemptReview>(token, `/api/review/${first}`)).body);
    expect(skipped.scenes[0]).toMatchObject({ status: 'skipped', seen: [], toWork: [], misconceptions: [] });
    expect(skipped.scenes[0]?.uncounted).toHaveLength(6);
  });

  it('pages a long timeline without gaps', async () => {
    const id = await reviews.play('luz', 1, () =>
      Array.from({ length: 250 }, (_, index) => ({
        app: 'mail',
        type: 'folder',
        folder: index % 2 === 0 ? 'sent' : 'inbox',
      })),
    );
    const token = await reviews.reviewer('luz');
    const seen: number[] = [];
    for (let from: number | null = 1; from !== null;) {
      const page: TimelineAnswer = await reviews.timelineOf(token, id, from);
      expect(page.entries.length).toBeLessThanOrEqual(100);
      seen.push(...page.entries.map(({ logSeq }) => logSeq));
      expect(
        page.entries.every(({ sinceSceneMs, sceneId }) => (sceneId === null) === (sinceSceneMs === null)),
      ).toBe(true);
      from = page.nextFrom;
    }
    expect(seen).toEqual(Array.from({ length: 254 }, (_, index) => index + 1));
  });

  it('refuses an invalid page of the timeline', async () => {
    const id = await reviews.play('mikona', 1, () => []);
    const token = await reviews.reviewer('mikona');
    for (const from of ['0', '-1', 'x', '1.5', '99999999999']) {
      expect((await reviews.get(token, `/api/review/${id}/timeline?from=${from}`)).status).toBe(400);
    }
    expect(await reviews.timelineOf(token, id, 5000)).toEqual({ entries: [], nextFrom: null });
  });
});
