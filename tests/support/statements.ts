/** Statements as objects, one log entry at a time. */
import type { LogEntry } from '../../scenarios/kit/log.ts';
import type { Language } from '../../scenarios/world/base.ts';
import type { Statement } from '../../xapi/statement.ts';
import type { AttemptContext } from '../../xapi/statement-context.ts';
import { createProducer, type ProducedStatement } from '../../xapi/statements.ts';

/** An attempt, and the language played in it. */
export interface StatementContext extends AttemptContext {
  readonly language: Language;
}

/** With what its text says. */
export interface ReadStatement extends ProducedStatement {
  readonly statement: Statement;
}

export function statementsOf(entry: LogEntry, { language, ...context }: StatementContext): ReadStatement[] {
  return createProducer(context)(entry, language).map((produced) => ({
    ...produced,
    statement: JSON.parse(produced.bytes) as Statement,
  }));
}
