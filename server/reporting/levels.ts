/** Levels as every reader gets them (docs/researchers/en/measurement.md, Score and band). Logits are never shown. */
import { countForLevel, hasLevel, scenesForLevel } from '../../scenarios/measurement/has-level.ts';
import { viewDimensions, viewLevel } from '../../scenarios/measurement/zones.ts';
import { isScored } from '../../scenarios/schema/catalogue.ts';
import type { Content } from '../content/load.ts';
import { unlessThrown } from '../base/errors.ts';
import type { LevelsView } from '../contract/levels.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';

type Found = Pick<AttemptWithProgress, 'attempt' | 'progress'>;

/** Null if too little was played or the bank is gone. */
export function viewLevels(
  content: Pick<Content, 'forms' | 'getBank'>,
  { attempt, progress: { measure } }: Found,
): LevelsView | null {
  if (!hasLevel(measure, minimumOf(content, attempt.form))) return null;
  const bank = unlessThrown(() => content.getBank(measure.bankVersion), 'bank.unknown');
  if (bank === undefined) return null;
  return {
    scenes: measure.scenes,
    overall: viewLevel(measure.overall, bank.cuts),
    scoreBand: measure.overall.scoreBand,
    dimensions: viewDimensions(measure, bank.cuts),
    isPilot: bank.items.some(({ provenance }) => provenance === 'expert-guess'),
  };
}

/** Finished, scored scenes that a level takes; null if the attempt has fewer to play. */
export function countScenesNeeded(
  content: Pick<Content, 'forms' | 'scenarios'>,
  { attempt, progress }: Found,
): number | null {
  const needed = countForLevel(minimumOf(content, attempt.form));
  const scenarios = progress.pool ?? progress.scenes.map(({ scenario }) => scenario);
  const scored = scenarios.filter((one) => isScored(content.scenarios(), one));
  return scored.length < needed ? null : needed;
}

function minimumOf({ forms }: Pick<Content, 'forms'>, form: string): number {
  return forms.find(({ id }) => id === form)?.minScenes ?? scenesForLevel;
}
