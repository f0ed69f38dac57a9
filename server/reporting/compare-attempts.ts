import { changeBetween } from '../../scenarios/measurement/change.ts';
import { isScored } from '../../scenarios/schema/catalogue.ts';
import type { Measure } from '../../scenarios/kit/measurement-types.ts';
import type { Content } from '../content/load.ts';
import type { AttemptCompared, AttemptSummary, SetAside } from '../contract/review.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import { viewLevels } from './levels.ts';

export function compareAttempts(
  content: Pick<Content, 'forms' | 'getBank' | 'scenarios'>,
  attempts: readonly AttemptWithProgress[],
  summarise: (one: AttemptWithProgress) => AttemptSummary,
): AttemptCompared[] {
  const rows = attempts.map((one) => ({ one, levels: viewLevels(content, one) }));
  return rows.map(({ one, levels }, index) => {
    const before = rows
      .slice(index + 1)
      .find((earlier) => earlier.levels !== null && viewSetAside(earlier.one) === null);
    const { scenes, measure } = one.progress;
    return {
      ...summarise(one),
      setAside: viewSetAside(one),
      isHeld: one.progress.heldFor.length > 0,
      scenesDone: scenes.filter((one) => one.status === 'done' && isScored(content.scenarios(), one.scenario))
        .length,
      levels,
      change:
        levels === null || viewSetAside(one) !== null
          ? null
          : changeSince(before?.one.progress.measure ?? null, measure),
    };
  });
}

/** Null if the attempt counts. One that was set aside is not compared. */
export function viewSetAside({ progress: { validity } }: AttemptWithProgress): SetAside | null {
  return validity.state === 'valid' ? null : { reason: validity.reason, at: validity.at };
}

/** Null between banks, because each bank has its own scale. */
function changeSince(before: Measure | null, now: Measure | null): AttemptCompared['change'] {
  if (before === null || now?.bankVersion !== before.bankVersion) return null;
  return changeBetween(before.overall, now.overall);
}
