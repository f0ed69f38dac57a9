import type { Trial } from '../../../scenarios/checks/laws/law-scene.ts';
import { measureResults } from '../../../scenarios/measurement/measure.ts';
import type { Level, Measure } from '../../../scenarios/kit/measurement-types.ts';
import { type Dimension, dimensions } from '../../../scenarios/kit/dimensions.ts';
import type { JudgedWeek } from './judged-week.ts';
import { type Persona, pointsOf } from './personas.ts';

export interface Week {
  /** Of all scenes, and how many there are for this person: missing ones are left out. */
  readonly points: number;
  readonly possible: number;
  readonly measure: Measure;
}

/** One week per person; each plays every scene in one variant and language. */
export function playWeeks({ scenes, bank }: JudgedWeek, persona: Persona): readonly Week[] {
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
    const sum = (of: (trial: Trial) => number): number =>
      trials.reduce((total, { trial }) => total + of(trial), 0);
    return { points: sum(pointsOf), possible: sum(possibleIn), measure };
  });
}

function possibleIn({ result }: Trial): number {
  return result.items.reduce((sum, { max }) => sum + max, 0);
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
