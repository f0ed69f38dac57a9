/** What a whole week says about people from somebody who does nothing to an expert, in each variant and language. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measurementFile, renderMeasurementPage } from '../../../support/personas/measurement-page.ts';
import { levelIn, measured, shareAt, type Week } from '../../../support/personas/play-weeks.ts';
import { weeksOf } from '../../../support/personas/whole-week.ts';

const percents = (weeks: readonly Week[]): readonly number[] =>
  weeks.map(({ points, possible }) => (100 * points) / possible);

const scores = (weeks: readonly Week[]): readonly number[] =>
  weeks.map(({ measure }) => measure.overall.score);

/** Shares of people at level 1, by dimension and overall. */
function sharesAtFirst(weeks: readonly Week[]): Readonly<Record<string, number>> {
  return Object.fromEntries(measured.map((which) => [which, shareAt(weeks, which, 1)]));
}

describe('a week of somebody who reads nothing', () => {
  it('earns nothing when every scene is ended at once', () => {
    const weeks = weeksOf('nothing');
    expect(new Set(weeks.map(({ points }) => points))).toEqual(new Set([0]));
    expect(Object.values(sharesAtFirst(weeks))).toEqual(measured.map(() => 1));
  });

  it('is at level 1 in each dimension when everything is only opened', () => {
    expect(Object.values(sharesAtFirst(weeksOf('opens-only')))).toEqual(measured.map(() => 1));
  });

  it.each(['tactics', 'random'])('is at level 1 in each dimension for nine of ten people: %s', (id) => {
    const shares = sharesAtFirst(weeksOf(id));
    const below = Object.entries(shares).filter(([, share]) => share < 0.9);
    expect(below).toEqual([]);
  });

  // A dimension with one item is told by no bar: the law asks for two.
  it('keeps law 2: fewer than one in ten random players reaches level 2', () => {
    const weeks = weeksOf('random');
    const judged = measured.filter(
      (which) => which === 'overall' || (weeks[0]?.measure.dimensions[which]?.items ?? 0) >= 2,
    );
    expect(judged.length).toBeGreaterThan(4);
    const lucky = judged.filter((which) => 1 - shareAt(weeks, which, 1) >= 0.1);
    expect(lucky).toEqual([]);
  });
});

describe('a week of somebody who can do it', () => {
  it('earns all points by doing what the goals say', () => {
    expect(new Set(percents(weeksOf('expert')))).toEqual(new Set([100]));
    expect(new Set(scores(weeksOf('expert')))).toEqual(new Set([100]));
  });

  it('is within three points of that by any of six routes', () => {
    expect(Math.min(...percents(weeksOf('competent')))).toBeGreaterThanOrEqual(97);
    expect(Math.min(...scores(weeksOf('competent')))).toBeGreaterThanOrEqual(97);
  });

  it('is at level 4 overall, and in no dimension below level 3', () => {
    for (const week of [...weeksOf('expert'), ...weeksOf('competent')]) {
      expect(levelIn(week, 'overall')).toBe(4);
      expect(measured.filter((which) => levelIn(week, which) < 3)).toEqual([]);
    }
  });
});

describe('weeks from worst to best', () => {
  it('have scores in the same order, in each variant and language', () => {
    const order = ['nothing', 'weak', 'average', 'expert'].map(weeksOf);
    const settings = order[0]?.map((_, place) =>
      order.map((weeks) => weeks[place]?.measure.overall.score ?? 0),
    );
    for (const found of settings ?? []) {
      expect(found).toEqual(found.toSorted((one, other) => one - other));
      expect(new Set(found).size).toBe(found.length);
    }
  });
});

describe('docs/measurement.md', () => {
  it('shows these figures, and what more scenes would bring (npm run personas)', () => {
    expect(readFileSync(measurementFile, 'utf8')).toBe(renderMeasurementPage());
  });
});
