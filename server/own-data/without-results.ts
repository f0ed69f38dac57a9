/**
 * The person's own copy while an attempt is not over: without what tells which points were earned and which texts had what a
 * scene looks for. Who reads this may still play (ADR 60).
 */
import { activityTypes, extensions, verbs } from '../../xapi/vocabulary.ts';
import type { LogEntry } from '../../scenarios/kit/log.ts';
import type { Statement } from '../../xapi/statement.ts';
import { isOver } from '../storage/is-over.ts';
import type { CopiedAttempt } from './person-copy.ts';

/** Unchanged if the attempt is over. */
export function withoutOpenResults(copied: CopiedAttempt): CopiedAttempt {
  if (isOver(copied.progress)) return copied;
  return {
    ...copied,
    progress: { ...copied.progress, measure: null, score: null },
    entries: copied.entries.map(withoutResult),
    statements: copied.statements.map(withoutScore),
  };
}

/** An attempt that staff reopened has ended before, and may have been scored anew. */
function withoutResult(entry: LogEntry): LogEntry {
  if (entry.kind === 'scene-ended') return { ...entry, result: null };
  if (entry.kind === 'finished') return { ...entry, score: null, measure: null };
  if (entry.kind === 'rescored') return { ...entry, results: [], measure: null, score: null };
  if (entry.kind !== 'action') return entry;
  const { features, ...rest } = entry;
  return features === undefined ? entry : rest;
}

/** Of an answer, or of the attempt. What an action itself tells stays. */
function withoutScore(statement: Statement): Statement {
  const { object, verb, context } = statement;
  const { [extensions.textFeatures]: features, ...others } = context.extensions;
  const told =
    features === undefined ? statement : { ...statement, context: { ...context, extensions: others } };
  const { result, ...rest } = told;
  const isScored = object.definition.type === activityTypes.item.id || verb.id === verbs.scored.id;
  return isScored && result !== undefined ? rest : told;
}
