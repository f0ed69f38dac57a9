import { beforeAll, describe, expect, it } from 'vitest';
import { type ItemReport, reportItems } from '../../../../scenarios/psychometrics/item-report.ts';
import { itemName, sceneName } from '../../../../scenarios/psychometrics/item-name.ts';
import { maskReport } from '../../../../scenarios/psychometrics/mask-report.ts';
import { measureResults } from '../../../../scenarios/measurement/measure.ts';
import { type Respondent, responsesTo } from '../../../../scenarios/psychometrics/respondents.ts';
import { estimateWle } from '../../../../scenarios/measurement/point-estimates.ts';
import type { Bank } from '../../../../scenarios/kit/measurement-types.ts';
import { content } from '../../../support/s02.ts';
import { type CohortPerson, type CohortPlan, drawCohort } from '../../../support/measured-cohort.ts';

let bank: Bank;
let planted: ItemReport;

const scenarios = [
  's01-first-login',
  's02-inbox',
  's03-tidy',
  's04-schedule',
  's05-parcel',
  's06-hiring-form',
];

/** One item is a logit harder in English; the points of another are random. */
const plan: Omit<CohortPlan, 'persons' | 'seed' | 'scenarios'> = {
  itemFor: (item, { language }) =>
    itemName(item) === 'S02_COM' && language === 'en'
      ? { ...item, steps: item.steps.map((step) => step + 1) }
      : item,
  pointsFor: (item, random) =>
    itemName(item) === 'S05_SEC' ? Math.floor(random.uniform() * (item.steps.length + 1)) : undefined,
};

function respondentsOf(people: readonly CohortPerson[]): Respondent[] {
  return people.flatMap((person) => {
    const points = bank.items.map((_, place) => {
      for (const scene of person.scenes) if (scene.points.has(place)) return scene.points.get(place) ?? null;
      return null;
    });
    const results = person.scenes.map(({ scenario, points: own }) => ({
      scenario,
      worldVersion: 1,
      how: 'done' as const,
      result: {
        rules: [],
        misconceptions: [],
        items: [...own].flatMap(([place, earned]) => {
          const item = bank.items[place];
          if (item === undefined) return [];
          const { dimension, steps } = item;
          return [{ item: itemName(item), dimension, points: earned, max: steps.length, skipped: false }];
        }),
      },
    }));
    const measure = measureResults(bank, results);
    if (measure === null) return [];
    const { theta, se, wle } = measure.overall;
    const groups = {
      language: person.language === 'fr' ? ('reference' as const) : ('focal' as const),
      input: person.input === 'mouse' ? ('reference' as const) : ('focal' as const),
      'read-aloud': person.readAloud ? ('focal' as const) : ('reference' as const),
    };
    return [{ theta, se, wle, dimensions: measure.dimensions, points, skipped: new Set<number>(), groups }];
  });
}

beforeAll(() => {
  bank = content.getBank(1);
  const people = drawCohort(bank, { persons: 1_000, seed: 'planted', scenarios, ...plan });
  planted = reportItems(bank, respondentsOf(people));
});

const row = (report: ItemReport, name: string): ItemReport['items'][number] => {
  const found = report.items.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no row ${name}`);
  return found;
};

describe('names for other programs', () => {
  it('are capitals, digits and underscores', () => {
    expect(itemName({ scenario: 's02-inbox', dimension: 'COM' })).toBe('S02_COM');
    expect(sceneName('ma-scène')).toBe('MA_SC_NE');
  });

  it('are different for every item of the bank', () => {
    expect(new Set(bank.items.map(itemName)).size).toBe(36);
  });
});

describe('the item report of a small matrix, counted by hand', () => {
  /** Two items of two points and one point in one dimension. */
  const small: Bank = {
    version: 9,
    model: 'pcm',
    source: 'by hand',
    prior: { mean: 0, sd: 1.2 },
    cuts: [-1, 0.2, 1.4],
    difficultyDoubt: 0,
    score: 'expected',
    worlds: {},
    items: [
      { scenario: 's01-a', dimension: 'COM', slope: 1, steps: [-1, 1], provenance: 'calibrated', persons: 9 },
      { scenario: 's02-b', dimension: 'COM', slope: 1, steps: [0], provenance: 'calibrated', persons: 9 },
    ],
  };
  const person = (theta: number, points: readonly (number | null)[], passed: number[] = []): Respondent => ({
    theta,
    se: 0.5,
    wle: { theta, se: 0.5 },
    dimensions: { COM: { theta, se: 0.5 } },
    points,
    skipped: new Set(passed),
    groups: { language: 'reference', input: null, 'read-aloud': 'reference' },
  });
  const people = [
    person(-2, [0, 0], [0]),
    person(-1, [1, 0]),
    person(0, [1, 1]),
    person(2, [2, 1]),
    person(1, [2, null]),
  ];

  it('counts categories, means, order, the rest and skips; missing answers count nowhere', () => {
    const report = reportItems(small, people);
    expect(report).toMatchObject({ persons: 5, isPilot: false });
    const [first, second] = report.items;
    expect(first).toMatchObject({
      persons: 5,
      skipped: 1,
      meanPoints: 6 / 5,
      isOrdered: true,
      misfits: null,
    });
    expect(first?.categories).toEqual([
      { points: 0, persons: 1, share: 0.2, meanAbility: -2 },
      { points: 1, persons: 2, share: 0.4, meanAbility: -0.5 },
      { points: 2, persons: 2, share: 0.4, meanAbility: 1.5 },
    ]);
    expect(second).toMatchObject({ persons: 4, skipped: 0, meanPoints: 0.5 });
    // Pairs (0,0) (1,0) (1,1) (2,1): r = 1 / √(2 · 1) = 0.7071.
    expect(first?.itemRest.value).toBeCloseTo(Math.SQRT1_2, 10);
    expect(first?.itemRest.persons).toBe(4);
  });

  it('flags steps that abler people do not reach more often', () => {
    const turned = [person(2, [0, 0]), person(1, [1, 1]), person(-1, [2, 1])];
    expect(reportItems(small, turned).items[0]?.isOrdered).toBe(false);
  });

  it('shows persons and steps on one scale', () => {
    const { bins, steps } = reportItems(small, people).wright;
    expect(bins.filter(({ persons }) => persons > 0).map(({ from, persons }) => [from, persons])).toEqual([
      [-2, 1],
      [-1, 1],
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
    expect(steps.map(({ name, step, location }) => [name, step, location])).toEqual([
      ['S01_COM', 1, -1],
      ['S02_COM', 1, 0],
      ['S01_COM', 2, 1],
    ]);
  });

  it('gives the reliabilities of TAM: var/(var + mean SE²) and 1 − mean SE²/var', () => {
    // Abilities −2 −1 0 2 1: variance 2.5; errors 0.5.
    const [overall] = reportItems(small, people).reliability;
    expect(overall?.eap).toBeCloseTo(2.5 / 2.75, 10);
    expect(overall?.wle).toBeCloseTo(1 - 0.25 / 2.5, 10);
  });

  it('has no figures without persons', () => {
    const report = reportItems(small, []);
    expect(report.items[0]).toMatchObject({ persons: 0, meanPoints: null, isOrdered: null, infit: null });
    expect(report.dependence).toEqual({ meanQ3: null, pairs: 0, flagged: [] });
    expect(report.reliability.every(({ eap, wle }) => eap === null && wle === null)).toBe(true);
  });

  it('hides figures of fewer than ten people on a page', () => {
    const masked = maskReport(reportItems(small, people));
    expect(masked.persons).toBeNull();
    for (const item of masked.items) {
      expect(item).toMatchObject({
        persons: null,
        meanPoints: null,
        infit: null,
        outfit: null,
        itemRest: null,
      });
      expect(item.categories.every(({ persons }) => persons === null)).toBe(true);
    }
    expect(masked.dif.every(({ rows }) => rows.length === 0)).toBe(true);
    expect(masked.reliability.every(({ eap, wle }) => eap === null && wle === null)).toBe(true);
  });

  it('shows no zero beside hidden counts of fewer than ten people, because it would tell where they are', () => {
    const { wright, dif, reliability } = maskReport(reportItems(small, people));
    expect(new Set(wright.bins.map(({ persons }) => persons))).toEqual(new Set([null]));
    expect(dif.find(({ by }) => by === 'language')?.persons).toEqual([null, null]);
    expect(new Set(reliability.map(({ persons }) => persons))).toEqual(new Set([null]));
    const ten = Array.from({ length: 10 }, () => person(0, [1, 1]));
    const { bins } = maskReport(reportItems(small, ten)).wright;
    expect(bins.map(({ persons }) => persons)).toEqual(bins.map(({ from }) => (from === 0 ? 10 : 0)));
  });

  it('hides a second count if a sum would reveal the first', () => {
    const many = [
      ...Array.from({ length: 4 }, () => person(-1, [0, 0])),
      ...Array.from({ length: 30 }, () => person(0, [1, 0])),
      ...Array.from({ length: 20 }, () => person(1, [2, 1])),
    ];
    const [first] = maskReport(reportItems(small, many)).items;
    expect(first?.persons).toBe(54);
    expect(first?.categories.map(({ persons }) => persons)).toEqual([null, 30, null]);
  });

  const peopleWith = (counts: readonly [number, number, number]): Respondent[] =>
    counts.flatMap((count, points) => Array.from({ length: count }, () => person(points - 1, [points, 1])));

  it('hides a third count if the total would reveal two of one person each', () => {
    const [first] = maskReport(reportItems(small, peopleWith([1, 1, 40]))).items;
    expect(first?.persons).toBe(42);
    expect(first?.categories.map(({ persons }) => persons)).toEqual([null, null, null]);
  });

  it('shows no mean beside hidden counts, because it would reveal them', () => {
    const [hidden] = maskReport(reportItems(small, peopleWith([4, 30, 20]))).items;
    expect(hidden?.meanPoints).toBeNull();
    const [shown] = maskReport(reportItems(small, peopleWith([10, 30, 20]))).items;
    expect(shown?.meanPoints).toBeCloseTo(70 / 60, 10);
    expect(shown?.categories.map(({ persons }) => persons)).toEqual([10, 30, 20]);
  });

  it('compares no groups with fewer than ten people on a side, and shows neither size', () => {
    const people = peopleWith([20, 20, 20]).map((one, index) => ({
      ...one,
      groups: { ...one.groups, language: index % 7 === 0 ? ('focal' as const) : ('reference' as const) },
    }));
    const [language] = maskReport(reportItems(small, people)).dif;
    expect(language).toMatchObject({ persons: [null, null], rows: [] });
  });

  it('shows only pairs of items with many people', () => {
    expect(maskReport(reportItems(small, people)).dependence).toEqual({ flagged: [] });
  });
});

describe('the item report of a thousand simulated people', () => {
  it('finds the item that is harder in English, and no other unchanged one', () => {
    const [language, input, readAloud] = planted.dif;
    const classes = new Map(language?.rows.map(({ name, difference }) => [name, difference]));
    expect(classes.get('S02_COM')).toMatchObject({ class: 'C' });
    expect(classes.get('S02_COM')?.size).toBeLessThan(0);
    const large = (rows: ItemReport['dif'][number]['rows'] = []): string[] =>
      rows.flatMap(({ name, difference }) => (difference?.class === 'C' ? [name] : []));
    expect(large(language?.rows)).toEqual(['S02_COM']);
    expect([large(input?.rows), large(readAloud?.rows)]).toEqual([[], []]);
  });

  it('finds the item with random points, and accepts the others', () => {
    expect(row(planted, 'S05_SEC')).toMatchObject({ misfits: true });
    expect(row(planted, 'S05_SEC').outfit).toBeGreaterThan(1.3);
    const flagged = planted.items.filter(({ misfits }) => misfits === true).map(({ name }) => name);
    expect(flagged).toEqual(['S05_SEC']);
  });

  it('judges nothing that nobody played', () => {
    expect(row(planted, 'S16_COM')).toMatchObject({ persons: 0, misfits: null, isOrdered: null });
  });

  it('estimates abilities from the points themselves', () => {
    const [one] = respondentsOf(drawCohort(bank, { persons: 1, seed: 'one', scenarios }));
    expect(one && estimateWle(responsesTo(bank, one))?.theta).toBeCloseTo(one?.wle.theta ?? NaN, 8);
  });
});
