/** The learner's report. Contains no judgement and never a decline. */
import { changeBetween } from '../../scenarios/measurement/change.ts';
import type { Estimate, Measure } from '../../scenarios/kit/measurement-types.ts';
import type { Resource } from '../../scenarios/schema/resources.ts';
import type { LevelsView } from '../contract/levels.ts';
import type { LearnerReport, ReportResult } from '../contract/report.ts';
import type { Told } from '../told/tell.ts';
import { addResources } from './next-steps.ts';

/** What a result in words is made of. */
export interface ResultSource {
  readonly isOver: boolean;
  readonly isKept: boolean;
  /** The result waits until staff decide. */
  readonly isHeld: boolean;
  readonly measure: Measure | null;
  readonly levels: LevelsView | null;
  /** Null if the activity is too short for a level. */
  readonly scenesNeeded: number | null;
  /** Scored scenes that were skipped. */
  readonly skipped: number;
  /** The latest earlier attempt with a level. */
  readonly before: { readonly overall: Estimate; readonly endedAt: number } | null;
  readonly endedAt: number;
}

export interface ReportSource extends ResultSource {
  readonly told: Told;
  readonly resources: readonly Resource[];
}

type Composed = Pick<LearnerReport, 'strengths' | 'shown' | 'result' | 'nextSteps' | 'isPilot'>;

/** Sooner, progress may come from knowing the game. */
const soonMs = 14 * 24 * 60 * 60 * 1000;

export function composeReport(source: ReportSource): Composed {
  const { isOver, isKept, isHeld, levels, told, resources } = source;
  const result = resultOf(source);
  const isPilot = levels?.isPilot === true;
  if (!isOver || !isKept || isHeld) return { result, strengths: [], shown: [], nextSteps: [], isPilot };
  const { strengths, shown, nextSteps } = told;
  return { result, strengths, shown, nextSteps: addResources(nextSteps, resources, told.tags), isPilot };
}

export function resultOf(source: ResultSource): ReportResult {
  const { isOver, isKept, isHeld, measure, levels, scenesNeeded, skipped, before, endedAt } = source;
  if (!isKept) return { kind: 'not-kept' };
  if (!isOver) return { kind: 'not-over' };
  if (isHeld) return { kind: 'held' };
  if (measure === null || levels === null) {
    const played = measure?.scenes ?? 0;
    return scenesNeeded === null
      ? { kind: 'short', played }
      : { kind: 'too-few', played, needed: scenesNeeded };
  }
  const { overall, dimensions } = levels;
  const change = before === null ? null : changeSince(before, measure.overall, endedAt);
  return { kind: 'level', overall, dimensions, skipped, change };
}

/** Null after a decline, which only staff mention. */
function changeSince(
  before: NonNullable<ResultSource['before']>,
  now: Estimate,
  endedAt: number,
): { kind: 'progress' | 'stable'; isSoon: boolean } | null {
  const change = changeBetween(before.overall, now);
  if (change === 'decline') return null;
  return {
    kind: change === 'stable' ? 'stable' : 'progress',
    isSoon: endedAt - before.endedAt < soonMs,
  };
}
