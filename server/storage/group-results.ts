import type { StatementRef } from './ports/attempts.ts';
import type { DeliveryResult } from './ports/deliveries.ts';

type Outcome = Omit<DeliveryResult, keyof StatementRef>;
type Group = Outcome & { readonly statements: StatementRef[] };

/** Groups results by all but the statement: most statements of a batch end alike. */
export function groupResults(results: readonly DeliveryResult[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { attemptId, logSeq, statementId, ...outcome } of results) {
    const statement = { attemptId, logSeq, statementId };
    const name = JSON.stringify(outcome);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { ...outcome, statements: [statement] });
    else group.statements.push(statement);
  }
  return [...groups.values()];
}
