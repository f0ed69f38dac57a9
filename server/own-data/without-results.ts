/**
 * The person's own copy while an attempt is not over: without what tells which points were earned and which texts had what a
 * scene looks for. Who reads this may still play (ADR 60).
 */
import { z } from 'zod';
import { activityTypes, extensions, verbs } from '../../xapi/vocabulary.ts';
import type { LogEntry } from '../../scenarios/kit/log.ts';
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

/** What is looked at in a statement; all else is passed on. */
const readable = z.looseObject({
  verb: z.looseObject({ id: z.string() }),
  object: z.looseObject({ definition: z.looseObject({ type: z.string() }) }),
  context: z.looseObject({ extensions: z.record(z.string(), z.unknown()) }),
});

/** Of an answer, or of the attempt. What an action itself tells stays. */
function withoutScore(statement: unknown): unknown {
  const { success, data } = readable.safeParse(statement);
  if (!success) return statement;
  const { verb, object, context } = data;
  const isScored = object.definition.type === activityTypes.item.id || verb.id === verbs.scored.id;
  return {
    ...(isScored ? without(data, 'result') : data),
    context: { ...context, extensions: without(context.extensions, extensions.textFeatures) },
  };
}

function without(values: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([one]) => one !== name));
}
