/** Statements as tests look at them: as objects, one entry at a time. */
import type { LogEntry } from '../../scenarios/kit/log.ts';
import type { Language } from '../../scenarios/world/base.ts';
import { bytesOf } from '../../server/storage/ports/attempts.ts';
import type { Statement } from '../../xapi/statement.ts';
import type { AttemptContext } from '../../xapi/statement-frame.ts';
import { createProducer, type ProducedStatement } from '../../xapi/statements.ts';

/** An attempt, and the language played in it. */
export interface StatementContext extends AttemptContext {
  readonly language: Language;
}

/** With its text, and what that says. */
export interface ReadStatement extends ProducedStatement {
  readonly bytes: string;
  readonly statement: Statement;
}

export function statementsOf(entry: LogEntry, { language, ...context }: StatementContext): ReadStatement[] {
  return createProducer(context)(entry, language).map((produced) => {
    const bytes = bytesOf(produced);
    return { ...produced, bytes, statement: JSON.parse(bytes) as Statement };
  });
}
