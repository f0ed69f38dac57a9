/** Levels as staff read them: no logit, no decimal, and no more than so many scenes can carry. */
import type { Adaptation } from '../../scenarios/measurement/adaptations.ts';
import type { Dimension } from '../../scenarios/kit/log.ts';
import type { LevelView } from '../../scenarios/measurement/zones.ts';

export type { Adaptation, LevelView };

/** What an attempt says of a person, from the form's minimum of scenes on. */
export interface LevelsView {
  /** Scored scenes played to their end. */
  readonly scenes: number;
  readonly overall: LevelView;
  /** The band of the score, 1 to 100, whole. */
  readonly scoreBand: readonly [number, number];
  /** In a fixed order; null where fewer scenes were played than bars of single dimensions need. */
  readonly dimensions: readonly DimensionLevel[] | null;
  /** Whether difficulties are still guesses of experts: « version pilote ». */
  readonly isPilot: boolean;
}

interface DimensionLevel extends LevelView {
  readonly dimension: Dimension;
}
