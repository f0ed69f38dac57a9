import type { LogEntry } from '../../scenarios/kit/log.ts';
import { unlessThrown } from '../base/errors.ts';
import { isCounting } from '../storage/is-counting.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import { findGradeKind } from './grade-kind.ts';
import { commentLanguage, type GradedFacts } from './grade-parts.ts';
import { measureScenes, scoreOf } from './measure.ts';
import { currentBankVersion, currentResults, everyResult } from './results.ts';
import type { AttemptServices } from './services.ts';
import { beginTransaction } from './transaction.ts';

/** @throws AppError attempt.unknown if the person was erased */
export async function readGradedFacts(
  services: AttemptServices,
  stored: AttemptWithProgress,
): Promise<GradedFacts> {
  const { attempt } = stored;
  const log = await (await beginTransaction(services, stored)).listEntries(1);
  return {
    ...measuredOf(services.content, stored, log),
    attempt,
    language: commentLanguage(log),
    kind: await findGradeKind(services, attempt),
  };
}

/**
 * Of an attempt that is held or set aside, as if everything counted: the worker withdraws the grade until staff count
 * the attempt.
 */
export function measuredOf(
  content: AttemptServices['content'],
  { attempt, progress }: Pick<AttemptWithProgress, 'attempt' | 'progress'>,
  log: readonly LogEntry[],
): Pick<GradedFacts, 'measure' | 'score' | 'results'> {
  const { measure, score } = progress;
  const counted = currentResults(log);
  const results = isCounting(progress) ? counted : everyResult(log);
  if (results.length === counted.length) return { measure, score, results };
  const whole = unlessThrown(
    () => {
      const all = measureScenes(content, currentBankVersion(log, attempt), results);
      return { measure: all, score: scoreOf(content, attempt.form, all) };
    },
    'bank.unknown',
    'scenario.unknown',
  );
  return { ...(whole ?? { measure: null, score: null }), results };
}
