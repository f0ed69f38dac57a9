/** The review of an attempt over HTTP: what staff read, what the learner reads, and what nobody reads. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import type { AttemptAction } from '../../../scenarios/kit/log.ts';
import type { AttemptView, SceneAnswer } from '../../../server/contract/play.ts';
import type {
  AttemptReview,
  OwnReview,
  ReviewAnswer,
  StaffReview,
  TimelineAnswer,
} from '../../../server/contract/review.ts';
import { everyone } from '../../../server/reporting/reach.ts';
import { getReviewScope } from '../../../server/reporting/review-access.ts';
import { getTimeline } from '../../../server/reporting/timeline.ts';
import { createSecrets } from '../../../server/base/secrets.ts';
import { done, findInboxParts, rightWay } from '../../support/inbox.ts';
import { RoleWorld } from '../../support/role-world.ts';

const secretText = 'Bonjour Nadia, oui! Mon chien Mirabelle attend. À 17 h 30.';

let world: RoleWorld;

beforeAll(async () => {
  world = await RoleWorld.start();
  await world.addActivity('ours', 'link-1', 'course-1');
});
afterAll(() => world.close());

interface Got<Body> {
  readonly status: number;
  readonly text: string;
  readonly body: Body;
}

async function get<Body>(token: string, path: string): Promise<Got<Body>> {
  const { status, text } = await world.call('GET', path, token);
  // The contract is what these tests are about: the shape is asserted, not trusted.
  return { status, text, body: JSON.parse(text) as Body };
}

type Plan = (scene: SceneAnswer) => readonly (WorldAction | AttemptAction)[];

/** Plays one attempt of the inbox through the API; returns its id. */
async function play(subject: string, number: number, plan: Plan, practice = false): Promise<string> {
  const token = await world.enter('ours', subject, { practice });
  const begin = { noticeVersion: '2', language: 'fr', number };
  const { text } = await world.call('POST', '/api/attempts', token, begin);
  const { id } = JSON.parse(text) as AttemptView;
  await world.call('POST', `/api/attempts/${id}/open`, token, { writer: `page-${number}`, tMs: 0 });
  const scene = await get<SceneAnswer>(token, `/api/attempts/${id}/scenes/1`);
  const actions = plan(scene.body).map((action, index) => ({
    actionSeq: index + 1,
    tMs: (index + 1) * 10,
    clientAt: 1,
    sceneId: '1',
    action,
  }));
  for (let from = 0; from < actions.length; from += 100) {
    const batch = { contractVersion: 1, epoch: 1, actions: actions.slice(from, from + 100), stateHash: null };
    const answer = await world.call('POST', `/api/attempts/${id}/actions`, token, batch);
    expect(answer.status).toBe(200);
  }
  return id;
}

function reviewer(subject: string | null): Promise<string> {
  return (async () =>
    world.enter('ours', 'teacher', {
      role: 'staff',
      message: 'submission-review',
      lineItemUrl: null,
      reviewedPersonId: subject === null ? null : await world.getPersonId('ours', subject),
    }))();
}

function ownReviewer(subject: string): Promise<string> {
  return (async () =>
    world.enter('ours', subject, {
      message: 'submission-review',
      reviewedPersonId: await world.getPersonId('ours', subject),
    }))();
}

function asStaff(review: AttemptReview | null): StaffReview {
  if (review?.view !== 'staff') throw new Error('not a review for staff');
  return review;
}

async function timelineOf(token: string, id: string, from = 1): Promise<TimelineAnswer> {
  return (await get<TimelineAnswer>(token, `/api/review/${id}/timeline?from=${from}`)).body;
}

describe('the review of a finished attempt', () => {
  let id = '';
  let token = '';
  beforeAll(async () => {
    id = await play('fatou', 1, (scene) => {
      const { downloadsFolder, attachmentId } = findInboxParts(scene);
      const [open, reply, , send] = rightWay(scene);
      if (!open || !reply || !send) throw new Error('no way');
      return [
        { app: 'desk', type: 'listen', target: 'goal' },
        open,
        { app: 'desk', type: 'help', topic: 'answer', step: 1 },
        { app: 'desk', type: 'help', topic: 'answer', step: 3 },
        reply,
        { app: 'mail', type: 'write', typed: secretText },
        { app: 'frame', type: 'pause', cause: 'button' },
        { app: 'frame', type: 'resume' },
        { app: 'mail', type: 'open', messageId: 'nowhere' },
        send,
        { app: 'files', type: 'save-attachment', attachmentId, folderId: downloadsFolder },
        done,
      ];
    });
    token = await reviewer('fatou');
  });

  it('gives staff the list of attempts and the latest one complete', async () => {
    const { body } = await get<ReviewAnswer>(token, '/api/review');
    expect(body).toMatchObject({ view: 'staff', timeZone: 'America/Montreal' });
    expect(body.attempts).toEqual([
      expect.objectContaining({ id, number: 1, status: 'finished', score: null }),
    ]);
    expect(body.latest).toMatchObject({
      attempt: body.attempts[0],
      language: 'fr',
      levels: null,
      scenesNeeded: null,
    });
  });

  it('shows what was observed, what help revealed and what to work on, in both languages', async () => {
    const { body } = await get<AttemptReview>(token, `/api/review/${id}`);
    const [scene] = asStaff(body).scenes;
    expect(scene).toMatchObject({
      title: { fr: 'La boîte de réception', en: 'The inbox' },
      status: 'done',
      dimensions: [
        { dimension: 'COM', points: 2, max: 4 },
        { dimension: 'OUT', points: 1, max: 2 },
      ],
      listens: 1,
      assists: 0,
    });
    expect(scene?.seen.map(({ fr }) => fr)).toEqual([
      'Répond au bon message, à Nadia seulement.',
      'Écrit avec politesse.',
      'Enregistre la pièce jointe.',
    ]);
    expect(scene?.uncounted.map(({ en }) => en)).toEqual([
      'Clearly says yes or no.',
      'Gives a time that fits the answer.',
    ]);
    expect(scene?.toWork.map(({ fr }) => fr)).toEqual(['Range la pièce jointe dans le dossier demandé.']);
    expect(scene?.misconceptions.map(({ text }) => text.fr)).toEqual([
      expect.stringContaining('Enregistre dans Téléchargements'),
    ]);
    expect(scene?.help).toEqual([{ topic: { fr: 'Quoi répondre', en: 'What to answer' }, step: 3 }]);
  });

  it('has actions with names of what was touched and times in the scene, without typed text', async () => {
    const { entries, nextFrom } = await timelineOf(token, id);
    expect(nextFrom).toBeNull();
    expect(entries.map(({ what }) => what)).toEqual([
      'attempt.launched',
      'attempt.notice',
      'attempt.opened',
      'scene.started',
      'desk.listen',
      'mail.open',
      'desk.help.1',
      'desk.help.3',
      'mail.reply',
      'mail.write',
      'frame.pause.button',
      'frame.resume',
      'mail.open',
      'mail.send',
      'files.save-attachment',
      'desk.done',
      'scene.ended.done',
      'attempt.finished.form-done',
    ]);
    expect(entries[0]).toMatchObject({ sceneId: null, sinceSceneMs: null });
    expect(entries[3]).toMatchObject({ sceneId: '1', sinceSceneMs: 0 });
    expect(entries[5]?.names.message?.en).toMatch(/^Working /);
    expect(entries[9]).toMatchObject({ words: 11, names: {} });
    expect(entries[12]).toMatchObject({ refused: true, names: {} });
    expect(entries[13]?.features).toEqual([
      ...['yes', 'time', 'arrival', 'greeting', 'name', 'timeFits', 'polite'],
    ]);
    expect(entries[14]?.names).toEqual({
      attachment: { fr: 'Règles de sécurité.pdf', en: 'Safety rules.pdf' },
      folder: { fr: 'Téléchargements', en: 'Downloads' },
    });
    const since = entries.flatMap(({ sinceSceneMs }) => sinceSceneMs ?? []);
    expect(since).toEqual(since.toSorted((a, b) => a - b));
  });

  it('has a timeline also if the person’s key is deleted, without the length of what was typed', async () => {
    const { launch } = await world.context.sessions.authenticate(`Bearer ${token}`);
    const secrets = createSecrets(randomBytes(32));
    const { entries } = await getTimeline(
      { ...world.context, secrets },
      getReviewScope(launch, everyone),
      id,
      1,
    );
    expect(entries[9]).toMatchObject({ what: 'mail.write', words: null });
    expect(entries).toHaveLength(18);
  });

  it('never has typed text, for anyone', async () => {
    const own = await ownReviewer('fatou');
    for (const asking of [token, own]) {
      for (const path of ['/api/review', `/api/review/${id}`, `/api/review/${id}/timeline`]) {
        expect((await get(asking, path)).text).not.toContain('Mirabelle');
      }
    }
  });

  it('shows the learner results by dimension, and no rule, tag, help or action', async () => {
    const { body, text } = await get<ReviewAnswer>(await ownReviewer('fatou'), '/api/review');
    const review: AttemptReview | null = body.latest;
    expect(Object.keys(review ?? {}).sort()).toEqual(
      [
        ...['activeMs', 'attempt', 'dimensions', 'language'],
        ...['scenes', 'scenesNeeded', 'timeZone', 'view'],
      ].sort(),
    );
    expect((review as OwnReview).dimensions).toEqual([
      { dimension: 'COM', shown: 'part' },
      { dimension: 'OUT', shown: 'part' },
    ]);
    const { fr, en } = world.context.content.evidenceTexts({
      scenario: 's02-inbox',
      ...world.context.content.currentVersions('s02-inbox'),
    });
    for (const words of [...Object.values(fr), ...Object.values(en)]) expect(text).not.toContain(words);
    expect(text).not.toMatch(/misconception|saves-in-downloads|"rule|toWork|help/);
  });

  it('does not show the timeline to the learner', async () => {
    const { status, body } = await get(await ownReviewer('fatou'), `/api/review/${id}/timeline`);
    expect([status, body]).toEqual([403, expect.objectContaining({ code: 'session.forbidden' })]);
  });

  it('can be opened by staff of the activity by its id alone', async () => {
    const teacher = await world.enter('ours', 'teacher', { role: 'staff', lineItemUrl: null });
    expect((await get(teacher, `/api/review/${id}`)).status).toBe(200);
    expect((await get(teacher, '/api/review')).status).toBe(403);
  });
});

describe('the review of other attempts', () => {
  it('says that somebody who never came, or never began, has not begun', async () => {
    await world.enter('ours', 'looked-in');
    for (const subject of [null, 'looked-in']) {
      const { body } = await get<ReviewAnswer>(await reviewer(subject), '/api/review');
      expect(body).toMatchObject({ view: 'staff', attempts: [], latest: null });
    }
    expect((await get<ReviewAnswer>(await ownReviewer('looked-in'), '/api/review')).body).toMatchObject({
      view: 'own',
      attempts: [],
    });
  });

  it('never shows a preview', async () => {
    const id = await play('tryer', 1, () => [], true);
    const token = await reviewer('tryer');
    expect((await get<ReviewAnswer>(token, '/api/review')).body.attempts).toEqual([]);
    expect((await get(token, `/api/review/${id}`)).status).toBe(404);
    expect((await get(token, `/api/review/${id}/timeline`)).status).toBe(404);
  });

  it('lists the newest first and can open each', async () => {
    const skip = { app: 'desk', type: 'skip' } as const;
    const first = await play('rejean', 1, (scene) => [...rightWay(scene), skip]);
    const second = await play('rejean', 2, (scene) => rightWay(scene).slice(0, 1));
    const token = await reviewer('rejean');
    const { body } = await get<ReviewAnswer>(token, '/api/review');
    expect(body.attempts.map(({ id, status, endedAt }) => [id, status, endedAt === null])).toEqual([
      [second, 'open', true],
      [first, 'finished', false],
    ]);
    const [open] = asStaff(body.latest).scenes;
    expect(open).toMatchObject({ status: 'open', seen: [], toWork: [], dimensions: [] });
    const skipped = asStaff((await get<AttemptReview>(token, `/api/review/${first}`)).body);
    expect(skipped.scenes[0]).toMatchObject({ status: 'skipped', seen: [], toWork: [], misconceptions: [] });
    expect(skipped.scenes[0]?.uncounted).toHaveLength(6);
  });

  it('pages a long timeline without gaps', async () => {
    const id = await play('luz', 1, () =>
      Array.from({ length: 250 }, (_, index) => ({
        app: 'mail',
        type: 'folder',
        folder: index % 2 === 0 ? 'sent' : 'inbox',
      })),
    );
    const token = await reviewer('luz');
    const seen: number[] = [];
    for (let from: number | null = 1; from !== null;) {
      const page: TimelineAnswer = await timelineOf(token, id, from);
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
    const id = await play('mikona', 1, () => []);
    const token = await reviewer('mikona');
    for (const from of ['0', '-1', 'x', '1.5', '99999999999']) {
      expect((await get(token, `/api/review/${id}/timeline?from=${from}`)).status).toBe(400);
    }
    expect(await timelineOf(token, id, 5000)).toEqual({ entries: [], nextFrom: null });
  });
});
