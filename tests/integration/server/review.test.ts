/** The review of an attempt over HTTP: what staff read, what the learner reads, and what nobody reads. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptReview, OwnReview, ReviewAnswer } from '../../../server/contract/review.ts';
import type { ReportAnswer } from '../../../server/contract/report.ts';
import { everyone } from '../../../server/reporting/reach.ts';
import { getReviewScope } from '../../../server/reporting/review-access.ts';
import { getTimeline } from '../../../server/reporting/timeline.ts';
import { createSecrets } from '../../../server/base/secrets.ts';
import { done, findInboxParts, rightWay } from '../../support/inbox.ts';
import { asStaff, ReviewWorld } from '../../support/review-world.ts';

const secretText = 'Bonjour Nadia, oui! Mon chien Mirabelle attend. À 17 h 30.';

let reviews: ReviewWorld;
beforeAll(async () => {
  reviews = await ReviewWorld.start();
});
afterAll(() => reviews.close());

describe('the review of a finished attempt', () => {
  let id = '';
  let token = '';
  beforeAll(async () => {
    id = await reviews.play('fatou', 1, (scene) => {
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
    token = await reviews.reviewer('fatou');
  });

  it('gives staff the list of attempts and the latest one complete', async () => {
    const { body } = await reviews.get<ReviewAnswer>(token, '/api/review');
    expect(body).toMatchObject({ view: 'staff', timeZone: 'America/Montreal' });
    expect(body.attempts).toEqual([
      expect.objectContaining({ id, number: 1, status: 'finished', score: null }),
    ]);
    expect(body.latest).toMatchObject({
      activity: { fr: 'Activity link-1', en: 'Activity link-1' },
      attempt: body.attempts[0],
      language: 'fr',
      levels: null,
      scenesNeeded: null,
    });
  });

  it('shows what was observed, what help revealed and what to work on, in both languages', async () => {
    const { body } = await reviews.get<AttemptReview>(token, `/api/review/${id}`);
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
    const { entries, nextFrom } = await reviews.timelineOf(token, id);
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

  it('names no code in a text of a scene without one', async () => {
    const attempt = await reviews.play('karim', 1, (scene) => {
      const [open, reply, , send] = rightWay(scene);
      if (!open || !reply || !send) throw new Error('no way');
      return [
        open,
        reply,
        { app: 'mail', type: 'write', typed: 'Oui, à 17 h 30. Poste 48 213.' },
        send,
        done,
      ];
    });
    const { entries } = await reviews.timelineOf(await reviews.reviewer('karim'), attempt);
    const sent = entries.find(({ what }) => what === 'mail.send');
    expect(sent?.features).toContain('time');
    expect(sent?.features).not.toContain('code');
  });

  it('has a timeline also if the person’s key is deleted, without the length of what was typed', async () => {
    const { launch } = await reviews.world.context.sessions.authenticate(`Bearer ${token}`);
    const secrets = createSecrets(randomBytes(32));
    const { entries } = await getTimeline(
      { ...reviews.world.context, secrets },
      getReviewScope(launch, everyone),
      id,
      1,
    );
    expect(entries[9]).toMatchObject({ what: 'mail.write', words: null });
    expect(entries).toHaveLength(18);
  });

  it('never has typed text, for anyone', async () => {
    const own = await reviews.ownReviewer('fatou');
    for (const asking of [token, own]) {
      for (const path of ['/api/review', `/api/review/${id}`, `/api/review/${id}/timeline`]) {
        expect((await reviews.get(asking, path)).text).not.toContain('Mirabelle');
      }
    }
  });

  it('shows the learner results by dimension, and no rule, tag, help or action', async () => {
    const { body, text } = await reviews.get<ReviewAnswer>(await reviews.ownReviewer('fatou'), '/api/review');
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
    const { fr, en } = reviews.world.context.content.evidenceTexts({
      scenario: 's02-inbox',
      ...reviews.world.context.content.currentVersions('s02-inbox'),
    });
    for (const words of [...Object.values(fr), ...Object.values(en)]) expect(text).not.toContain(words);
    expect(text).not.toMatch(/misconception|saves-in-downloads|"rule|toWork|help/);
  });

  it('does not show the timeline to the learner', async () => {
    const { status, body } = await reviews.get(
      await reviews.ownReviewer('fatou'),
      `/api/review/${id}/timeline`,
    );
    expect([status, body]).toEqual([403, expect.objectContaining({ code: 'session.forbidden' })]);
  });

  it('can be opened by staff of the activity by its id alone', async () => {
    const teacher = await reviews.world.enter('ours', 'teacher', { role: 'staff', lineItemUrl: null });
    expect((await reviews.get(teacher, `/api/review/${id}`)).status).toBe(200);
    expect((await reviews.get(teacher, '/api/review')).status).toBe(403);
  });

  it('names the activity by its form for staff and learner if the course gives no title', async () => {
    const { world } = reviews;
    const names = async (): Promise<unknown[]> => {
      const review = (await reviews.get<AttemptReview>(token, `/api/review/${id}`)).body;
      const reader = await reviews.ownReviewer('fatou');
      const { report } = (await reviews.get<ReportAnswer>(reader, '/api/report')).body;
      return [asStaff(review).activity, report?.activity];
    };
    const title = { fr: 'Activity link-1', en: 'Activity link-1' };
    expect(await names()).toEqual([title, title]);
    await world.addActivity('ours', 'link-1', 'course-1', ' ');
    const form = { fr: 'Découvrir NUM+', en: 'Discover NUM+' };
    expect(await names()).toEqual([form, form]);
  });
});
