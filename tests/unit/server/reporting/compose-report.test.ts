import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../../scenarios/kit/measurement-types.ts';
import type { LearnerReport, ReportResult } from '../../../../server/contract/report.ts';
import { composeReport, type ReportSource } from '../../../../server/reporting/compose-report.ts';
import { viewLevels } from '../../../../server/reporting/levels.ts';
import type { Told } from '../../../../server/told/tell.ts';
import { measuredAttempt, measureOf, steadyVector } from '../../../support/measured-attempts.ts';
import { content } from '../../../support/s02.ts';

const words = { fr: 'Vous avez averti l’équipe.', en: 'You warned the team.' };
const told: Told = {
  strengths: ['COM'],
  shown: [{ dimension: 'COM', words }],
  nextSteps: [{ dimension: 'SEC', stage: 1, practice: words, left: [] }],
  tags: [],
  talkingPoints: [{ scene: words, text: { fr: 'Donne le code.', en: 'Gives the code.' }, ask: null }],
};

/** An attempt that ended after so many scenes. */
function source(scenes: number, change: Partial<ReportSource> = {}): ReportSource {
  const measure = scenes === 0 ? null : measureOf(steadyVector, scenes);
  return {
    isOver: true,
    isKept: true,
    isHeld: false,
    measure,
    levels: viewLevels(content, measuredAttempt(measure)),
    scenesNeeded: 6,
    skipped: 0,
    before: null,
    endedAt: 30 * 86_400_000,
    told,
    resources: content.resources,
    ...change,
  };
}

function levelOf(about: ReportSource): Extract<ReportResult, { kind: 'level' }> {
  const { result } = composeReport(about);
  if (result.kind !== 'level') throw new Error(`no level but ${result.kind}`);
  return result;
}

describe('the result in a report', () => {
  it('has no level below the minimum of scenes, but what the person did', () => {
    const report = composeReport(source(5));
    expect(report.result).toEqual({ kind: 'too-few', played: 5, needed: 6 });
    expect(report.shown).toEqual(told.shown);
  });

  it('asks for no more scenes if the activity has too few for a level', () => {
    const { result } = composeReport(source(1, { scenesNeeded: null }));
    expect(result).toEqual({ kind: 'short', played: 1 });
  });

  it('is a level from six scenes on, with the bars that staff get', () => {
    const about = source(7);
    expect(levelOf(about)).toMatchObject({
      overall: about.levels?.overall,
      dimensions: about.levels?.dimensions,
    });
  });

  it('says how many skipped scenes may have pulled the level down', () => {
    expect(levelOf(source(7, { skipped: 2 })).skipped).toBe(2);
  });

  it('has whole numbers, and no logit, score, point or talking point', () => {
    const text = JSON.stringify(composeReport(source(10)));
    expect(text).not.toMatch(/\d\.\d/);
    expect(text).not.toMatch(/theta|"se"|score|points|talking|Donne le code/);
  });

  it.each([
    ['while the attempt is played', { isOver: false }, 'not-over'],
    ['for one that was set aside', { isKept: false }, 'not-kept'],
  ] as const)('is empty %s', (_, change, kind) => {
    const nothing: Partial<LearnerReport> = { strengths: [], shown: [], nextSteps: [] };
    expect(composeReport(source(8, change))).toMatchObject({ result: { kind }, ...nothing });
  });

  it('is too few if nothing was answered', () => {
    expect(composeReport(source(0)).result).toEqual({ kind: 'too-few', played: 0, needed: 6 });
  });

  it('is marked as a pilot as long as any item’s difficulty is an expert’s guess', () => {
    const about = source(6);
    expect(composeReport(about).isPilot).toBe(true);
    const levels = about.levels === null ? null : { ...about.levels, isPilot: false };
    expect(composeReport({ ...about, levels }).isPilot).toBe(false);
  });

  it('gives each next step a resource', () => {
    const [step] = composeReport(source(6)).nextSteps;
    expect(step).toMatchObject({ dimension: 'SEC', stage: 1, practice: words });
    expect(step?.resource?.dimension).toBe('SEC');
  });
});

describe('the change since the previous attempt', () => {
  const about = source(10);
  const overall = about.measure?.overall;
  if (overall === undefined) throw new Error('nothing measured');
  const shifted = (by: number, endedAt = 0): { overall: Estimate; endedAt: number } => ({
    overall: { ...overall, theta: overall.theta + by },
    endedAt,
  });

  it.each([
    ['far below', -3, 'progress'],
    ['alike', 0, 'stable'],
  ] as const)('is as documented if the previous level was %s', (_, by, kind) => {
    expect(levelOf({ ...about, before: shifted(by) }).change).toEqual({ kind, isSoon: false });
  });

  it('is left out after a decline, which staff see and talk about', () => {
    expect(levelOf({ ...about, before: shifted(3) }).change).toBeNull();
  });

  it('is null without a previous attempt, and marked as soon within two weeks', () => {
    expect(levelOf(about).change).toBeNull();
    const before = shifted(-3, about.endedAt - 13 * 86_400_000);
    expect(levelOf({ ...about, before }).change).toEqual({ kind: 'progress', isSoon: true });
  });
});
