import { describe, expect, it } from 'vitest';
import { getProfile, toSubject } from '../../../../sandbox/lms/profiles.ts';
import { applyScore, isOutdated, parseScore, parseStamp } from '../../../../sandbox/lms/scores.ts';
import type { Grade, LineItem } from '../../../../sandbox/lms/stored-state.ts';

const item: LineItem = {
  gradesReleased: true,
  id: 2,
  courseId: 2,
  resourceLinkId: 1,
  ofActivity: true,
  label: 'x',
  scoreMaximum: 100,
  resourceId: '',
  tag: '',
  submissionReview: null,
};
const grade: Grade = {
  itemId: 2,
  userId: 4,
  points: 50,
  comment: 'a',
  receivedAtMs: 10_000,
  stampedAtMs: 5_000,
  override: null,
  locked: false,
  submissions: 0,
};
const score = {
  userId: 4,
  scoreGiven: 7,
  scoreMaximum: 10,
  final: true,
  comment: '',
  stampedAtMs: 11_000,
  sameAttempt: false,
};
const publicUrl = 'https://lms.example';
const moodle = getProfile('moodle');
const canvas = getProfile('canvas');
const openedx = getProfile('openedx');
const received = (profile = moodle): Parameters<typeof applyScore>[3] => ({
  receivedAtMs: 20_000,
  rules: profile.scores,
});
const outdated = (ofItem: LineItem, stampedAtMs: number, { scores } = moodle): boolean =>
  isOutdated(ofItem, grade, { ...score, stampedAtMs }, scores.outdated);

describe('a time stamp', () => {
  it.each([
    ['2026-11-24T22:38:56.257Z', Date.UTC(2026, 10, 24, 22, 38, 56, 257)],
    ['2026-11-24T22:38:56', Date.UTC(2026, 10, 24, 22, 38, 56)],
    ['2026-11-24 22:38', Date.UTC(2026, 10, 24, 22, 38)],
    ['2026-11-24', Date.UTC(2026, 10, 24)],
    ['2026-11-24T22:38:56.123456789-05:00', Date.UTC(2026, 10, 25, 3, 38, 56, 123)],
    ['2026-11-24T22:38:56-0500', Date.UTC(2026, 10, 25, 3, 38, 56)],
  ])('is read from %s', (text, at) => {
    expect(parseStamp(text)).toBe(at);
  });

  it.each([1_795_559_936, '1795559936', 'demain', '', null, '2026-13-45'])('is not read from %s', (value) => {
    expect(parseStamp(value)).toBeUndefined();
  });
});

describe('a posted score', () => {
  it.each(['', 'null', '[]', '"x"', '{', '{"userId":"4"}'])('is refused when the body is %s', (body) => {
    expect(parseScore(body, { profile: moodle, publicUrl })).toEqual({ kind: 'bad' });
  });

  it('fails for a user id with other characters, as in Moodle’s database', () => {
    expect(parseScore('{"userId":"5.0"}', { profile: moodle, publicUrl })).toEqual({ kind: 'crash' });
  });
});

describe('the order of scores', () => {
  it('compares receipt in whole seconds for the activity’s own item', () => {
    expect(outdated(item, 10_999)).toBe(true);
    expect(outdated(item, 11_000)).toBe(false);
  });

  it('compares time stamps for an item that the tool created', () => {
    const own = { ...item, ofActivity: false };
    expect(outdated(own, 5_500)).toBe(true);
    expect(outdated(own, 6_000)).toBe(false);
  });

  it('compares time stamps to the millisecond elsewhere; Canvas accepts an equal one', () => {
    expect(outdated(item, 4_999, canvas)).toBe(true);
    expect(outdated(item, 5_000, canvas)).toBe(false);
    expect(outdated(item, 5_000, openedx)).toBe(true);
    expect(outdated(item, 5_001, openedx)).toBe(false);
  });

  it('does not matter before the first score', () => {
    expect(isOutdated(item, undefined, { ...score, stampedAtMs: 0 }, moodle.scores.outdated)).toBe(false);
  });
});

describe('an accepted score', () => {
  it('is scaled to the item and leaves lock and override unchanged', () => {
    const kept = { ...grade, locked: true, override: { points: 1, comment: 'b' } };
    const after = applyScore(
      { ...item, scoreMaximum: 10 },
      kept,
      { ...score, scoreGiven: 85, scoreMaximum: 100 },
      received(),
    );
    expect(after).toEqual({ ...kept, points: 8.5, comment: '', receivedAtMs: 20_000, stampedAtMs: 11_000 });
  });

  it('clears the grade if it is not final, and keeps its time only with a comment', () => {
    expect(applyScore(item, grade, { ...score, final: false }, received())).toMatchObject({
      points: null,
      receivedAtMs: null,
    });
    const commented = applyScore(item, grade, { ...score, final: false, comment: 'c' }, received());
    expect(commented).toMatchObject({ points: null, comment: 'c', receivedAtMs: 20_000 });
  });

  it('changes no grade outside Moodle if it is not final', () => {
    const after = applyScore(item, grade, { ...score, final: false }, received(openedx));
    expect(after).toEqual(grade);
  });

  it('counts as an attempt in Canvas unless it says otherwise', () => {
    const first = applyScore(item, grade, score, received(canvas));
    const again = applyScore(item, first, { ...score, sameAttempt: true }, received(canvas));
    expect([first.submissions, again.submissions]).toEqual([1, 1]);
    expect(applyScore(item, grade, score, received()).submissions).toBe(0);
  });

  it('is not shown in Open edX if it is 0', () => {
    const nothing = { ...score, scoreGiven: 0 };
    expect(applyScore(item, grade, nothing, received(openedx)).points).toBeNull();
    expect(applyScore(item, grade, nothing, received()).points).toBe(0);
  });
});

describe('a person of a simulated LMS', () => {
  it.each(['moodle', 'canvas', 'brightspace', 'blackboard', 'sakai', 'openedx'] as const)(
    'is found by the id that %s uses',
    (name) => {
      const profile = getProfile(name);
      const userId = toSubject(profile, publicUrl, 42);
      const body = {
        userId,
        timestamp: '2026-11-24',
        scoreGiven: 1,
        scoreMaximum: 2,
        activityProgress: '',
      };
      const parsed = parseScore(JSON.stringify({ ...body, gradingProgress: 'FullyGraded' }), {
        profile,
        publicUrl,
      });
      expect(parsed).toMatchObject({ kind: 'score', score: { userId: 42 } });
    },
  );
});
