/** Runs at the end of each scene. */
import { adaptationsOf } from '../../scenarios/measurement/adaptations.ts';
import { isScored } from '../../scenarios/schema/catalogue.ts';
import type { LogEntry, ScoredScene } from '../../scenarios/kit/log.ts';
import {
  measureResults,
  newestOfEach,
  responsesOf,
  type PlayedScene,
} from '../../scenarios/measurement/measure.ts';
import { scoreOn } from '../../scenarios/measurement/score.ts';
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { Estimate, Measure } from '../../scenarios/kit/measurement-types.ts';
import type { Content } from '../content/load.ts';
import { AppError } from '../base/errors.ts';
import type { AttemptProgress } from '../storage/ports/attempts.ts';
import { currentBankVersion, currentResults } from './results.ts';
import type { AttemptServices } from './services.ts';
import type { AttemptTransaction } from './transaction.ts';

/**
 * Measure and score become null if bank or form is gone.
 * @param log whole
 */
export function updateMeasure(
  { content, log: logger }: Pick<AttemptServices, 'content' | 'log'>,
  transaction: AttemptTransaction,
  log: readonly LogEntry[],
  results: readonly ScoredScene[] = currentResults(log),
): void {
  const { attempt } = transaction;
  const bankVersion = currentBankVersion(log, attempt);
  try {
    const measure = measureScenes(content, bankVersion, results);
    transaction.draft.update({ measure, score: scoreOf(content, attempt.form, measure) });
  } catch (error) {
    // A removed bank must not stop play; rescoring is possible later.
    if (!(error instanceof AppError)) throw error;
    logger.error({ attempt: attempt.id, bankVersion, err: error }, 'attempt.not-measured');
    transaction.draft.update({ measure: null, score: null });
  }
  const counts = (scenario: string): boolean => isScored(content.scenarios(), scenario);
  transaction.draft.update({ adaptations: adaptationsOf(log, counts) });
}

/** @throws AppError if the bank does not exist */
export function measureScenes(
  content: Pick<Content, 'getBank'>,
  bankVersion: number,
  scenes: readonly ScoredScene[],
): Measure | null {
  return measureResults(content.getBank(bankVersion), scenes.map(playedScene));
}

/**
 * Score and band of one dimension's estimate, on its items of the bank.
 * @throws AppError if the bank does not exist
 */
export function scoreOfDimension(
  content: Pick<Content, 'getBank'>,
  bankVersion: number,
  scenes: readonly ScoredScene[],
  { dimension, estimate }: { readonly dimension: Dimension; readonly estimate: Estimate },
): ReturnType<typeof scoreOn> {
  const bank = content.getBank(bankVersion);
  const items = bank.items.filter((item) => item.dimension === dimension);
  const responses = newestOfEach(scenes.map(playedScene)).flatMap((scene) => responsesOf(bank, scene));
  return scoreOn(bank.score, items, responses, estimate);
}

function playedScene({ scene: { scenario, worldVersion }, how, result }: ScoredScene): PlayedScene {
  return { scenario, worldVersion, how, result };
}

/**
 * Null below the form's minimum of scenes.
 * @throws AppError if the form does not exist
 */
export function scoreOf(
  content: Pick<Content, 'getForm'>,
  form: string,
  measure: Measure | null,
): AttemptProgress['score'] {
  if (measure === null || measure.scenes < content.getForm(form).minScenes) return null;
  return measure.overall.score;
}
