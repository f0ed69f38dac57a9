/** Why an expression cannot be read, as data: the sentences are the reader's. Only `other` keeps the library's English. */

interface RuleFault {
  readonly fault: string;
  /** A name, a sign or types, as they stand in the expression; for `other` the reason. */
  readonly found: string;
}

/** Messages of cel-js and of `scenarios/evidence/expressions.ts`; the first group is what was found. */
const known: readonly (readonly [fault: string, message: RegExp])[] = [
  ['unknown-name', /^Unknown variable: (.+)$/],
  ['unknown-part', /^No such key: (.+)$/],
  ['unfinished', /^(?:Unexpected token: EOF|Unterminated string)()$/],
  ['unexpected', /^Unexpected (?:token|character): (.+)$/],
  ['unlike-kinds', /^no such overload: (.+)$/],
  ['unknown-function', /^found no matching overload for '(.+)'$/],
  ['unlike-kinds', /^Ternary branches must have the same type, got (.+)$/],
  ['no-condition', /predicate must return bool, got '(.+)'$/],
  ['no-condition', /^answers (.+), not true or false$/],
];

export function describeRuleFault(reason: string): RuleFault {
  for (const [fault, message] of known) {
    const found = message.exec(reason)?.[1];
    if (found !== undefined) return { fault, found };
  }
  return { fault: 'other', found: reason };
}
