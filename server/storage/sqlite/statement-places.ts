/** Finds statements that callers name, in SQLite: by the log entry of each, since no index holds their ids. */
import type { StatementRef } from '../ports/attempts.ts';

/** SQL: positions of the statements of `@statements`, as namesOf writes them. The list is read once, each found by itself. */
export const namedPositions = `SELECT s.position FROM json_each(@statements) AS named CROSS JOIN statements s
  ON s.attemptId = named.value ->> 0 AND s.logSeq = named.value ->> 1 AND s.id = named.value ->> 2`;

/** The value of `@statements`. */
export function namesOf(statements: readonly StatementRef[]): string {
  return JSON.stringify(
    statements.map(({ attemptId, logSeq, statementId }) => [attemptId, logSeq, statementId]),
  );
}
