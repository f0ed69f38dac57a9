import { isScored } from '../../scenarios/schema/catalogue.ts';
import { awaitsDecision } from '../attempts/awaits-decision.ts';
import type { Content } from '../content/load.ts';
import { isOver } from '../storage/is-over.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { ResultSource } from './compose-report.ts';
import { countScenesNeeded, viewLevels } from './levels.ts';

/** @param before the latest earlier attempt with a level; null if the change since then is not told */
export function resultSource(
  content: Content,
  found: AttemptWithProgress,
  before: ResultSource['before'],
): ResultSource {
  const { progress } = found;
  return {
    isOver: isOver(progress),
    isKept: progress.validity.state === 'valid',
    isHeld: awaitsDecision(content, found),
    measure: progress.measure,
    levels: viewLevels(content, found),
    scenesNeeded: countScenesNeeded(content, found),
    skipped: progress.scenes.filter(
      ({ scenario, status }) => status === 'skipped' && isScored(content.scenarios(), scenario),
    ).length,
    before,
    endedAt: endOf(found),
  };
}

/** Attempts of older versions lack `endedAt`. */
export function endOf({ progress: { endedAt, lastAt } }: AttemptWithProgress): number {
  return endedAt ?? lastAt;
}
