/** Small figures by hand, and simulated cohorts in which only a planted fault must be found. */
import { describe, expect, it } from 'vitest';
import {
  mantel,
  mantelHaenszel,
  generalisedMantelHaenszel,
  stratify,
  type GroupedAnswer,
} from '../../../../scenarios/psychometrics/dif.ts';
import { estimateWle } from '../../../../scenarios/measurement/point-estimates.ts';
import { fitItems, pairItems, type FittedPerson } from '../../../../scenarios/psychometrics/fit.ts';
import { categoryProbabilities } from '../../../../scenarios/measurement/models.ts';
import { createRandom } from '../../../../scenarios/measurement/random.ts';
import {
  cronbachAlpha,
  eapReliability,
  wleReliability,
} from '../../../../scenarios/psychometrics/reliability.ts';
import { correlation } from '../../../../scenarios/psychometrics/statistics.ts';
import type { ItemParameters, Response } from '../../../../scenarios/kit/measurement-types.ts';
import { bank1 } from '../../../support/measurement/bank.ts';

const items = bank1.items.filter(({ dimension }) => dimension === 'SEC');

function draw(item: ItemParameters, theta: number, chance: number): number {
  let sum = 0;
  const found = categoryProbabilities(item, theta).findIndex((share) => (sum += share) > chance);
  return found === -1 ? item.steps.length : found;
}

function fitted(responses: readonly Response[]): FittedPerson {
  return { responses, theta: estimateWle(responses)?.theta ?? NaN };
}

describe('fit', () => {
  const one: ItemParameters = {
    scenario: 'one',
    dimension: 'OUT',
    slope: 1,
    steps: [0],
    provenance: 'calibrated',
  };
  const other: ItemParameters = { ...one, scenario: 'other' };

  it('matches a calculation by hand', () => {
    // At θ = ln 3 the item gives a point with P = ¾ (V = 3/16), at 0 with ½ (V = ¼).
    const persons: FittedPerson[] = [
      {
        theta: Math.log(3),
        responses: [
          { item: one, points: 0 },
          { item: other, points: 1 },
        ],
      },
      {
        theta: 0,
        responses: [
          { item: one, points: 1 },
          { item: other, points: 0 },
        ],
      },
    ];
    const [found] = fitItems([one], persons);
    expect(found?.outfit).toBeCloseTo((9 / 16 / (3 / 16) + 1) / 2, 10);
    expect(found?.infit).toBeCloseTo((9 / 16 + 1 / 4) / (3 / 16 + 1 / 4), 10);
    expect([found?.persons, found?.flagged]).toEqual([2, false]);
  });

  it('excludes persons with no or all points, and is null if nobody is left', () => {
    const all: FittedPerson = { theta: 3, responses: [{ item: one, points: 1 }] };
    const none: FittedPerson = { theta: -3, responses: [{ item: one, points: 0 }] };
    expect(fitItems([one], [all, none])).toEqual([
      { item: one, persons: 0, infit: null, outfit: null, flagged: false },
    ]);
  });

  describe('of 1,000 simulated persons', () => {
    const random = createRandom('fit');
    const noisy = items[0];
    const [left, right] = [items[2], items[4]];
    const persons = Array.from({ length: 1000 }, () => {
      const theta = 1.2 * random.normal();
      // What the pair shares besides the ability.
      const shared = 1.5 * random.normal();
      return fitted(
        items.map((item) => {
          const guess = Math.floor(random.uniform() * (item.steps.length + 1));
          const ability = item === left || item === right ? theta + shared : theta;
          const points = draw(item, ability, random.uniform());
          return { item, points: item === noisy && random.uniform() < 0.8 ? guess : points };
        }),
      );
    });

    it('flags the item answered at random, as noise', () => {
      const found = fitItems(items, persons).filter(({ flagged }) => flagged);
      expect(found.map(({ item }) => item)).toContain(noisy);
      expect(found.find(({ item }) => item === noisy)?.outfit).toBeGreaterThan(1.3);
    });

    it('flags the pair that shares something besides the ability, and no other', () => {
      const flagged = pairItems(items, persons).filter((pair) => pair.flagged);
      expect(flagged.map((pair) => pair.items)).toEqual([[left, right]]);
    });

    it('flags nothing in answers by the model', () => {
      const clean = Array.from({ length: 1000 }, () => {
        const theta = 1.2 * random.normal();
        return fitted(items.map((item) => ({ item, points: draw(item, theta, random.uniform()) })));
      });
      const fits = fitItems(items, clean);
      expect(fits.filter(({ flagged }) => flagged)).toEqual([]);
      expect(fits.every(({ persons: n }) => n > 800)).toBe(true);
      expect(pairItems(items, clean).filter(({ flagged }) => flagged)).toEqual([]);
    });

    it('flags nothing with few persons, whatever they show', () => {
      expect(fitItems(items, persons.slice(0, 150)).filter(({ flagged }) => flagged)).toEqual([]);
    });
  });

  it('uses persons who answered both items of a pair; has no Q3 for a pair without any', () => {
    const pairs = pairItems([one, other], [{ theta: 0, responses: [{ item: one, points: 1 }] }]);
    expect(pairs).toEqual([{ items: [one, other], persons: 0, q3: null, flagged: false }]);
  });
});

describe('DIF', () => {
  /** Answers to the first item, matched by the others; for the focal group every step is `shift` harder. */
  function cohort(item: ItemParameters, shift: number, seed: string): GroupedAnswer[] {
    const random = createRandom(seed);
    return Array.from({ length: 2000 }, (_, index): GroupedAnswer => {
      const group = index % 2 === 0 ? 'reference' : 'focal';
      // The focal group has a lower ability, which is no DIF.
      const theta = 1.2 * random.normal() - (group === 'focal' ? 0.5 : 0);
      const points = draw(item, group === 'focal' ? theta - shift : theta, random.uniform());
      const rest = items.filter((one) => one !== item);
      const matched = rest.reduce((sum, one) => sum + draw(one, theta, random.uniform()), 0);
      return { group, points, matched };
    });
  }

  const [first] = items;
  if (first === undefined) throw new Error('bank 1 has no item of SEC');
  const single: ItemParameters = { ...first, steps: [0] };

  it('of one point: none if groups differ in ability only, C if the item is a logit harder', () => {
    const fair = mantelHaenszel(stratify(cohort(single, 0, 'fair'), 1));
    const unfair = mantelHaenszel(stratify(cohort(single, 1, 'unfair'), 1));
    expect(fair?.class).toBe('A');
    expect(unfair?.class).toBe('C');
    expect(unfair?.delta).toBeLessThan(-1.5);
    expect(unfair?.p).toBeLessThan(0.001);
  });

  it('of several points: AA if fair, CC if a logit harder, and below 0 for the focal group', () => {
    const fair = mantel(stratify(cohort(first, 0, 'fair'), 3));
    const unfair = mantel(stratify(cohort(first, 1, 'unfair'), 3));
    expect(fair?.class).toBe('AA');
    expect(unfair?.class).toBe('CC');
    expect(unfair?.smd).toBeLessThan(0);
  });

  it('has Woolf’s standard error of the odds if there is one stratum', () => {
    // With one stratum, Robins, Breslow and Greenland's error is Woolf's √(1/a + 1/b + 1/c + 1/d).
    const found = mantelHaenszel([{ reference: [10, 20], focal: [15, 12] }]);
    expect(found?.oddsRatio).toBeCloseTo((20 * 15) / (10 * 12), 10);
    expect(found?.logOddsError).toBeCloseTo(Math.sqrt(1 / 10 + 1 / 20 + 1 / 15 + 1 / 12), 10);
  });

  it('needs a large and significant difference for C, a significant one for B', () => {
    // Odds of 2.5 (D = −2.15) with errors of D of 1.29, .743 and .204: |D| − 1 = 1.15 exceeds 1.645 errors
    // only in the last.
    const at = (times: number): string | undefined =>
      mantelHaenszel([{ reference: [10 * times, 20 * times], focal: [15 * times, 12 * times] }])?.class;
    expect([at(1), at(3), at(40)]).toEqual(['A', 'B', 'C']);
  });

  it('detects a crossing difference with the general test, unlike the ordered one', () => {
    const strata = [{ reference: [10, 80, 10], focal: [40, 20, 40] }];
    expect(mantel(strata)?.chiSquare).toBeCloseTo(0, 10);
    expect(generalisedMantelHaenszel(strata)?.p).toBeLessThan(1e-6);
  });

  it('skips strata of one group, and is null if nothing can be compared', () => {
    const useful = { reference: [5, 9], focal: [7, 4] };
    const found = mantelHaenszel([useful, { reference: [30, 2], focal: [0, 0] }]);
    expect(found).toEqual(mantelHaenszel([useful]));
    for (const none of [[], [{ reference: [3, 0], focal: [2, 0] }], [{ reference: [3, 2], focal: [0, 0] }]]) {
      expect(mantelHaenszel(none)).toBeNull();
      expect(mantel(none)).toBeNull();
      expect(generalisedMantelHaenszel(none)).toBeNull();
    }
  });

  it('groups answers into strata by their matching score', () => {
    expect(
      stratify(
        [
          { group: 'focal', points: 2, matched: 10 },
          { group: 'reference', points: 0, matched: 9 },
          { group: 'reference', points: 2, matched: 10 },
          { group: 'reference', points: 2, matched: 10 },
        ],
        2,
      ),
    ).toEqual([
      { reference: [1, 0, 0], focal: [0, 0, 0] },
      { reference: [0, 0, 2], focal: [0, 0, 1] },
    ]);
  });
});

describe('figures without enough data', () => {
  it('are no reliability for one person, or for persons who are all the same', () => {
    const one = { theta: 0.5, se: 0.3 };
    expect([wleReliability([one]), eapReliability([one, one])]).toEqual([null, null]);
    expect([
      cronbachAlpha([]),
      cronbachAlpha([[1], [0]]),
      cronbachAlpha([
        [1, 0],
        [0, 1],
      ]),
    ]).toEqual([null, null, null]);
  });

  it('are no correlation for two pairs, or if one side never varies', () => {
    expect(
      correlation([
        [1, 2],
        [2, 3],
      ]),
    ).toBeNull();
    expect(
      correlation([
        [1, 2],
        [1, 3],
        [1, 4],
      ]),
    ).toBeNull();
    expect(
      correlation([
        [1, 2],
        [2, 4],
        [3, 6],
      ]),
    ).toBeCloseTo(1, 12);
  });
});
