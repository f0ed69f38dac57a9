import { describe, expect, it } from 'vitest';
import type { ItemResult } from '../../../../scenarios/kit/log.ts';
import type { Dimension } from '../../../../scenarios/kit/dimensions.ts';
import { measureResults } from '../../../../scenarios/measurement/measure.ts';
import type { Estimate } from '../../../../scenarios/kit/measurement-types.ts';
import {
  composeReport,
  type ObservedScene,
  type ReportSource,
} from '../../../../server/reporting/compose-report.ts';
import { chooseStrengths } from '../../../../server/reporting/strengths.ts';
import { content } from '../../../support/s02.ts';

const bank = content.getBank(1);
const order = [...new Set(bank.items.map(({ scenario }) => scenario))];

/** The first `count` scenarios of the bank, with this share of points on each item. */
function play(count: number, share: number | ((dimension: Dimension) => number)): ObservedScene[] {
  return order.slice(0, count).map((scenario) => {
    const items = bank.items
      .filter((item) => item.scenario === scenario)
      .map(({ dimension, steps }): ItemResult => {
        const part = typeof share === 'number' ? share : share(dimension);
        const [item, max] = [`${scenario}-${dimension}`, steps.length];
        return { item, dimension, points: Math.round(part * max), max, skipped: false };
      });
    const seen = items
      .filter(({ points }) => points > 0)
      .map(({ item }) => ({ item, words: { fr: `Vu ${item}`, en: `Seen ${item}` } }));
    return { scenario, title: { fr: scenario, en: scenario }, items, seen };
  });
}

function source(scenes: ObservedScene[], change: Partial<ReportSource> = {}): ReportSource {
  const results = scenes.map(({ scenario, items }) => ({
    scenario,
    how: 'done' as const,
    result: { rules: [], items, misconceptions: [] },
  }));
  return {
    isOver: true,
    isKept: true,
    measure: measureResults(bank, results),
    bank,
    limits: { minScenes: 6, dimensionsFrom: 10 },
    before: null,
    endedAt: 30 * 86_400_000,
    scenes,
    resources: content.resources,
    ...change,
  };
}

function levelOf(about: ReportSource) {
  const { result } = composeReport(about);
  if (result.kind !== 'level') throw new Error(`no level but ${result.kind}`);
  return result;
}

describe('the result in a report', () => {
  it('has strengths but neither level nor step below the minimum of scenes', () => {
    const report = composeReport(source(play(5, 0.6)));
    expect(report.result).toEqual({ kind: 'too-few', played: 5, needed: 6 });
    expect(report.nextSteps).toEqual([]);
    expect(report.strengths).toHaveLength(3);
  });

  it('is a level without bars from six scenes on, and with six bars from ten on', () => {
    expect(levelOf(source(play(6, 0.6))).dimensions).toBeNull();
    expect(levelOf(source(play(9, 0.6))).dimensions).toBeNull();
    const bars = levelOf(source(play(10, 0.6))).dimensions ?? [];
    expect(bars.map(({ dimension }) => dimension)).toEqual(['OUT', 'INF', 'COM', 'PRO', 'SEC', 'RES']);
  });

  it('has whole numbers and no logit, score or point', () => {
    const text = JSON.stringify(composeReport(source(play(10, 0.6))));
    expect(text).not.toMatch(/\d\.\d/);
    expect(text).not.toMatch(/theta|"se"|score|points/);
  });

  it('is empty while the attempt is played, and for one that was set aside', () => {
    expect(composeReport(source(play(8, 1), { isOver: false }))).toMatchObject({
      result: { kind: 'not-over' },
      strengths: [],
      nextSteps: [],
    });
    expect(composeReport(source(play(8, 1), { isKept: false }))).toMatchObject({
      result: { kind: 'not-kept' },
      strengths: [],
      nextSteps: [],
    });
  });

  it('is too few if nothing was answered', () => {
    expect(composeReport(source([])).result).toEqual({ kind: 'too-few', played: 0, needed: 6 });
  });

  it('names the neighbouring level if two levels are nearly as likely', () => {
    const about = source(play(8, 0.5));
    const { measure } = about;
    if (measure === null) throw new Error('nothing measured');
    const unsure = { ...measure, overall: { ...measure.overall, level: 2, between: 3 } as const };
    expect(levelOf({ ...about, measure: unsure }).overall).toMatchObject({ level: 2, between: 3 });
    const sure = { ...measure, overall: { ...measure.overall, level: 2, between: null } as const };
    expect(levelOf({ ...about, measure: sure }).overall).toMatchObject({ level: 2, between: null });
  });

  it('is marked as a pilot as long as any item’s difficulty is an expert’s guess', () => {
    expect(composeReport(source(play(6, 1))).isPilot).toBe(true);
    const items = bank.items.map((item) => ({ ...item, provenance: 'calibrated' as const }));
    expect(composeReport(source(play(6, 1), { bank: { ...bank, items } })).isPilot).toBe(false);
  });
});

describe('the change since the previous attempt', () => {
  const about = source(play(10, 0.6));
  const overall = about.measure?.overall;
  if (overall === undefined) throw new Error('nothing measured');
  const shifted = (by: number, endedAt = 0): { overall: Estimate; endedAt: number } => ({
    overall: { ...overall, theta: overall.theta + by },
    endedAt,
  });

  it.each([
    ['far below', -3, 'progress'],
    ['alike', 0, 'stable'],
    ['far above (a decline is not shown)', 3, 'stable'],
  ] as const)('is as documented if the previous level was %s', (_, by, kind) => {
    expect(levelOf({ ...about, before: shifted(by) }).change).toEqual({ kind, isSoon: false });
  });

  it('is null without a previous attempt, and marked as soon within two weeks', () => {
    expect(levelOf(about).change).toBeNull();
    const before = shifted(-3, about.endedAt - 13 * 86_400_000);
    expect(levelOf({ ...about, before }).change).toEqual({ kind: 'progress', isSoon: true });
  });
});

describe('strengths', () => {
  const seen = (dimension: Dimension, fr: string, share: number, difficulty = 0) => ({
    dimension,
    share,
    difficulty,
    words: { fr, en: fr },
  });

  it('are three of different dimensions, the steadiest and then the hardest first', () => {
    const chosen = chooseStrengths([
      seen('OUT', 'a', 0.5),
      seen('OUT', 'b', 1, -1),
      seen('SEC', 'c', 1, 2),
      seen('COM', 'd', 0.25),
      seen('OUT', 'e', 1, -2),
    ]);
    expect(chosen.map(({ words }) => words.fr)).toEqual(['c', 'b', 'd']);
  });

  it('are filled up from one dimension if there is no other, without duplicates', () => {
    const chosen = chooseStrengths([seen('OUT', 'a', 1), seen('OUT', 'a', 1), seen('OUT', 'b', 0.5)]);
    expect(chosen.map(({ words }) => words.fr)).toEqual(['a', 'b']);
    expect(chooseStrengths([])).toEqual([]);
  });
});

describe('next small steps', () => {
  const lowest = (dimension: Dimension): number => (dimension === 'SEC' ? 0 : dimension === 'COM' ? 0.5 : 1);

  it('are two at most, the lowest dimension first, each with a resource of its level and a scene', () => {
    const { nextSteps } = composeReport(source(play(10, lowest)));
    expect(nextSteps.map(({ dimension }) => dimension)).toEqual(['SEC', 'COM']);
    for (const { dimension, level, resource, practice } of nextSteps) {
      expect(resource?.dimension).toBe(dimension);
      expect(resource?.levels.from).toBeLessThanOrEqual(level);
      expect(resource?.levels.to).toBeGreaterThanOrEqual(level);
      expect(practice).not.toBeNull();
    }
  });

  it('start from the overall level if dimensions are not shown', () => {
    const about = source(play(6, lowest));
    const { nextSteps } = composeReport(about);
    expect(nextSteps.map(({ level }) => level)).toEqual(nextSteps.map(() => about.measure?.overall.level));
  });

  it('are none if everything was shown', () => {
    expect(composeReport(source(play(10, 1))).nextSteps).toEqual([]);
  });
});
