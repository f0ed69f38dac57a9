/** Statements that void earlier ones of the same attempt. */
import { v5 } from 'uuid';
import type { Pseudonym } from './statement-context.ts';
import { statementNamespace, voidedVerb } from './vocabulary.ts';

interface VoidingStatement {
  readonly id: string;
  readonly bytes: string;
}

/** @param at milliseconds since 1970 UTC */
export type Voider = (
  targetId: string,
  entry: { readonly logSeq: number; readonly at: number },
) => VoidingStatement;

export function createVoider({
  attemptId,
  actor: { homePage, name },
}: {
  readonly attemptId: string;
  readonly actor: Pseudonym;
}): Voider {
  return (targetId, { logSeq, at }) => {
    const id = v5([attemptId, logSeq, 'voided', targetId].join('|'), statementNamespace);
    const statement = {
      id,
      timestamp: new Date(at).toISOString(),
      verb: voidedVerb,
      object: { objectType: 'StatementRef', id: targetId },
      actor: { objectType: 'Agent', account: { homePage, name } },
      context: { registration: attemptId },
    };
    return { id, bytes: JSON.stringify(statement) };
  };
}
