/** What differs from the format, as data: the sentences are the reader's, in either language. */
import type { z } from 'zod';

export interface FormatFault {
  /** Names the sentence. */
  readonly fault:
    'missing' | 'unknown-key' | 'not-a-choice' | 'other-kind' | 'at-least' | 'at-most' | 'other';
  /** Keys, choices, a limit or the kind of value; for `other` the reason in English. */
  readonly found: string;
}

export function describeFault(issue: z.core.$ZodIssue): FormatFault {
  if (issue.code === 'unrecognized_keys') return { fault: 'unknown-key', found: issue.keys.join(', ') };
  if (issue.code === 'invalid_type') {
    // The value itself is not in the issue.
    const isMissing = issue.message.endsWith('received undefined');
    return { fault: isMissing ? 'missing' : 'other-kind', found: issue.expected };
  }
  if (issue.code === 'too_small') return { fault: 'at-least', found: String(issue.minimum) };
  if (issue.code === 'too_big') return { fault: 'at-most', found: String(issue.maximum) };
  // The key's own fault says more.
  const [ofKey] = issue.code === 'invalid_key' ? issue.issues : [];
  if (ofKey !== undefined) return describeFault(ofKey);
  const choices = choicesOf(issue);
  return choices === undefined
    ? { fault: 'other', found: issue.message }
    : { fault: 'not-a-choice', found: choices.map(String).join(', ') };
}

function choicesOf(issue: z.core.$ZodIssue): readonly unknown[] | undefined {
  if (issue.code === 'invalid_value') return issue.values;
  // By a key that says which of the forms it is; the type of issues does not name its choices yet.
  const isByKey = issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options);
  return isByKey ? issue.options : undefined;
}
