import { describe, expect, it } from 'vitest';
import { applyScore, isOutdated, parseScore, parseStamp } from '../../../../sandbox/lms/scores.ts';
import type { Grade, LineItem } from '../../../../sandbox/lms/stored-state.ts';

const item: LineItem = {
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
};
const score = { userId: 4, scoreGiven: 7, scoreMaximum: 10, final: true, comment: '', stampedAtMs: 11_000 };

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
  it.each(['', 'null', '[]', '"x"', '{', '{"userId":"4"}'])('is bad when the body is %s', (body) => {
    expect(parseScore(body)).toEqual({ kind: 'bad' });
  });

  it('breaks on a user id with other signs, as Moodle’s database does', () => {
    expect(parseScore('{"userId":"5.0"}')).toEqual({ kind: 'crash' });
  });
});

describe('the order of scores', () => {
  it('counts receipt in whole seconds for the activity’s own item', () => {
    expect(isOutdated(item, grade, { ...score, stampedAtMs: 10_999 })).toBe(true);
    expect(isOutdated(item, grade, { ...score, stampedAtMs: 11_000 })).toBe(false);
  });

  it('counts the stamps for an item the tool made', () => {
    const own = { ...item, ofActivity: false };
    expect(isOutdated(own, grade, { ...score, stampedAtMs: 5_500 })).toBe(true);
    expect(isOutdated(own, grade, { ...score, stampedAtMs: 6_000 })).toBe(false);
  });

  it('is free before the first score', () => {
    expect(isOutdated(item, undefined, { ...score, stampedAtMs: 0 })).toBe(false);
  });
});

describe('a score applied', () => {
  it('is scaled to the item and keeps lock and override as they are', () => {
    const kept = { ...grade, locked: true, override: { points: 1, comment: 'b' } };
    const after = applyScore(
      { ...item, scoreMaximum: 10 },
      kept,
      { ...score, scoreGiven: 85, scoreMaximum: 100 },
      20_000,
    );
    expect(after).toEqual({ ...kept, points: 8.5, comment: '', receivedAtMs: 20_000, stampedAtMs: 11_000 });
  });

  it('that is not final clears the grade and leaves a time only with a comment', () => {
    expect(applyScore(item, grade, { ...score, final: false }, 20_000)).toMatchObject({
      points: null,
      receivedAtMs: null,
    });
    const commented = applyScore(item, grade, { ...score, final: false, comment: 'c' }, 20_000);
    expect(commented).toMatchObject({ points: null, comment: 'c', receivedAtMs: 20_000 });
  });
});
