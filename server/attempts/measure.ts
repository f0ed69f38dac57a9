/** What an attempt says of a person so far: made anew from its log whenever a scene ends (assessment.md §3, §6.4). */
import { adaptationsOf } from '../../scenarios/measurement/adaptations.ts';
import { findNewest } from '../../scenarios/schema/catalogue.ts';
import type { LogEntry, ScoredScene } from '../../scenarios/kit/log.ts';
import { measureResults } from '../../scenarios/measurement/measure.ts';
import type { Measure } from '../../scenarios/kit/measurement-types.ts';
import type { Content } from '../content/load.ts';
import { AppError } from '../base/errors.ts';
import type { AttemptProgress } from '../storage/ports/attempts.ts';
import { currentBankVersion, currentResults } from './results.ts';
import type { AttemptServices } from './services.ts';
import type { AttemptWork } from './work.ts';

/** Writes measure, adaptations and score of the log as it stands, drafts included, into the progress. */
export function updateMeasure(
  { content, log: notes }: Pick<AttemptServices, 'content' | 'log'>,
  work: AttemptWork,
  log: readonly LogEntry[],
): void {
  const { attempt } = work;
  const bankVersion = currentBankVersion(log, attempt);
  try {
    const measure = measureScenes(content, bankVersion, currentResults(log));
    work.draft.update({ measure, score: scoreOf(content, attempt.form, measure) });
  } catch (error) {
    // Nobody's play stops for a bank that an operator took away: what was played can be rescored.
    if (!(error instanceof AppError)) throw error;
    notes.error({ attempt: attempt.id, bankVersion, err: error }, 'attempt.not-measured');
    work.draft.update({ measure: null, score: null });
  }
  work.draft.update({ adaptations: adaptationsOf(log, (scenario) => isScored(content, scenario)) });
}

/** @throws AppError where there is no such bank */
export function measureScenes(
  content: Pick<Content, 'getBank'>,
  bankVersion: number,
  scenes: readonly ScoredScene[],
): Measure | null {
  return measureResults(
    content.getBank(bankVersion),
    scenes.map(({ scene: { scenario }, how, result }) => ({ scenario, how, result })),
  );
}

/** The score for the gradebook, or null under the form's minimum of scenes. @throws AppError where the form is gone */
export function scoreOf(
  content: Pick<Content, 'getForm'>,
  form: string,
  measure: Measure | null,
): AttemptProgress['score'] {
  if (measure === null || measure.scenes < content.getForm(form).minScenes) return null;
  return measure.overall.score;
}

/** A scenario that is no longer there was scored or it would have left no result. */
function isScored(content: Pick<Content, 'scenarios'>, scenario: string): boolean {
  return findNewest(content.scenarios(), scenario)?.isScored !== false;
}
