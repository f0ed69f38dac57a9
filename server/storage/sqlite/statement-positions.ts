/** Finds statements by log entry, because no index holds their ids. */
import type { StatementRef } from '../ports/attempts.ts';

/** `@statements` comes from namesOf. CROSS JOIN keeps it outermost. */
export const namedPositions = `SELECT s.position FROM json_each(@statements) AS named CROSS JOIN statements s
  ON s.attemptId = named.value ->> 0 AND s.logSeq = named.value ->> 1 AND s.id = named.value ->> 2`;

export function namesOf(statements: readonly StatementRef[]): string {
  return JSON.stringify(
    statements.map(({ attemptId, logSeq, statementId }) => [attemptId, logSeq, statementId]),
  );
}
