import { measureResults } from '../../../scenarios/measurement/measure.ts';
import type { Level, Measure } from '../../../scenarios/kit/measurement-types.ts';
import { type Dimension, dimensions } from '../../../scenarios/kit/dimensions.ts';
import type { JudgedWeek } from './judged-week.ts';
import { mostPoints, type Persona, pointsOf } from './personas.ts';

export interface Week {
  /** Of all scenes, and how many there are. */
  readonly points: number;
  readonly possible: number;
  readonly measure: Measure;
}

/** One week per person; each plays every scene in one variant and language. */
export function playWeeks({ scenes, bank }: JudgedWeek, persona: Persona): readonly Week[] {
  const possible = scenes.reduce((sum, scene) => sum + mostPoints(scene), 0);
  return Array.from({ length: persona.people }, (_, person) => {
    const trials = scenes.map((scene) => {
      const setting = scene.settings[person % scene.settings.length];
      if (setting === undefined) throw new Error('a scene has a variant');
      return { evidence: scene.evidence, trial: persona.play(scene, setting, person) };
    });
    const measure = measureResults(
      bank,
      trials.map(({ evidence: { scenario, worldVersion }, trial: { result } }) => ({
        scenario,
        worldVersion,
        how: 'done',
        result,
      })),
    );
    if (measure === null) throw new Error('a week has a measure');
    return { points: trials.reduce((sum, { trial }) => sum + pointsOf(trial), 0), possible, measure };
  });
}

export type Measured = Dimension | 'overall';
export const measured: readonly Measured[] = [...dimensions, 'overall'];

/** @throws if the week has no item of it */
export function levelIn({ measure }: Week, which: Measured): Level {
  const estimate = which === 'overall' ? measure.overall : measure.dimensions[which];
  if (estimate === undefined) throw new Error(`nothing measured ${which}`);
  return estimate.level;
}

/** Of the people, 0 to 1. */
export function shareAt(weeks: readonly Week[], which: Measured, level: Level): number {
  return weeks.filter((week) => levelIn(week, which) === level).length / weeks.length;
}
