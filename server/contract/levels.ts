/** No logits or decimals, and no finer than the scenes allow. */
import type { Adaptation } from '../../scenarios/measurement/adaptations.ts';
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { LevelView } from '../../scenarios/measurement/zones.ts';

export type { Adaptation, LevelView };

/** Only from six scored scenes, or the form's larger minimum, on. */
export interface LevelsView {
  /** Number of completed, scored scenes. */
  readonly scenes: number;
  readonly overall: LevelView;
  /** Whole numbers, 1 to 100. */
  readonly scoreBand: readonly [number, number];
  /** Only those that are precise enough, in a fixed order; perhaps none. */
  readonly dimensions: readonly DimensionLevel[];
  /** Difficulties are expert estimates: « version pilote ». */
  readonly isPilot: boolean;
}

interface DimensionLevel extends LevelView {
  readonly dimension: Dimension;
}
