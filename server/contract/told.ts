/** What is told about a person from credited evidence: the same to every reader. */
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { Resource } from '../../scenarios/schema/resources.ts';
import type { Words } from './words.ts';

/** A sentence to the person about something they did; it gives no key away. */
export interface Shown {
  readonly dimension: Dimension;
  readonly words: Words;
}

export interface NextStep {
  readonly dimension: Dimension;
  /** By the share of the dimension's points that was earned: 1 under a quarter, 4 from three quarters on. */
  readonly stage: 1 | 2 | 3 | 4;
  readonly resource: Resource | null;
  /** The scene with the most left to earn. */
  readonly practice: Words | null;
  /**
   * Its goals that were not reached in full, as they stood on screen: at most two. Empty if nothing was shown yet, or
   * something grave was noticed.
   */
  readonly left: readonly Words[];
}

/** For staff only. */
export interface TalkingPoint {
  readonly text: Words;
  readonly ask: Words | null;
}

export interface ScenePoint extends TalkingPoint {
  /** Title of the scene; null if it is not on this server. */
  readonly scene: Words | null;
}
