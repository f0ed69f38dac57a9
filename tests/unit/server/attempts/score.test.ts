import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemResult, SceneResult } from '../../../../scenarios/log.ts';
import { scoreOf } from '../../../../server/attempts/score.ts';
import { gradeComment } from '../../../../server/texts/grade-comment.ts';

function result(points: number, max: number, skipped = false): SceneResult {
  const item: ItemResult = { item: 's02-com', dimension: 'COM', points, max, skipped };
  return { rules: [], items: [item], misconceptions: [] };
}

describe('the first simple score', () => {
  it('is the per cent of the points that could be earned', () => {
    expect(scoreOf([result(3, 4), result(1, 2)])).toBe(67);
  });

  it('is 1 where nothing was earned, since platforms read 0 as no grade', () => {
    expect(scoreOf([result(0, 4)])).toBe(1);
  });

  it('is absent where nothing could be earned', () => {
    expect(scoreOf([])).toBeNull();
  });

  it('is a whole number from 1 to 100 and never falls with a further point', () => {
    const points = fc
      .integer({ min: 1, max: 20 })
      .chain((max) => fc.tuple(fc.integer({ min: 0, max: max - 1 }), fc.constant(max)));
    fc.assert(
      fc.property(points, ([earned, max]) => {
        const lower = scoreOf([result(earned, max)]) ?? 0;
        const higher = scoreOf([result(earned + 1, max)]) ?? 0;
        expect(Number.isInteger(lower) && lower >= 1 && higher <= 100).toBe(true);
        expect(higher).toBeGreaterThanOrEqual(lower);
      }),
    );
  });
});

describe('the comment beside a grade', () => {
  const results = [result(3, 4)];

  it('says in French what was seen, with Québec typography', () => {
    expect(gradeComment('fr', { attemptNumber: 1, results })).toBe(
      'NUM+ essai 1 (1 scène, version pilote). Points observés\u00a0: Communiquer et travailler ensemble 3/4. Ce n’est pas une note d’examen.',
    );
  });

  it.each(['fr', 'en'] as const)(
    'is short plain text that Moodle shows unharmed in both views (%s)',
    (language) => {
      const all = (['OUT', 'INF', 'COM', 'PRO', 'SEC', 'RES'] as const).map((dimension) => ({
        rules: [],
        misconceptions: [],
        items: [{ item: dimension, dimension, points: 10, max: 18, skipped: false }],
      }));
      const comment = gradeComment(language, { attemptNumber: 12, results: all });
      expect(comment).not.toMatch(/[<\n]/);
      expect(comment.length).toBeLessThanOrEqual(400);
    },
  );
});
