/**
 * What is shown depends on the number of scenes (docs/researchers/en/measurement.md, Score and band). Logits are
 * never shown.
 */
import { viewDimensions, viewLevel } from '../../scenarios/measurement/zones.ts';
import type { Content } from '../content/load.ts';
import { unlessThrown } from '../base/errors.ts';
import type { LevelsView } from '../contract/levels.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';

type ContentPart = Pick<Content, 'forms' | 'getBank'>;

/** Used if the attempt's form is gone. */
const usualForm = { minScenes: 6, dimensionsFrom: 10 } as const;

/** Null if too little was played or the bank is gone. */
export function viewLevels(
  content: ContentPart,
  { attempt, progress: { measure } }: Pick<AttemptWithProgress, 'attempt' | 'progress'>,
): LevelsView | null {
  const { minScenes, dimensionsFrom } = content.forms.find(({ id }) => id === attempt.form) ?? usualForm;
  if (measure === null || measure.scenes < minScenes) return null;
  const bank = unlessThrown(() => content.getBank(measure.bankVersion), 'bank.unknown');
  if (bank === undefined) return null;
  return {
    scenes: measure.scenes,
    overall: viewLevel(measure.overall, bank.cuts),
    scoreBand: measure.overall.scoreBand,
    dimensions: measure.scenes < dimensionsFrom ? null : viewDimensions(measure, bank.cuts),
    isPilot: bank.items.some(({ provenance }) => provenance === 'expert-guess'),
  };
}
