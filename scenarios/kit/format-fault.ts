/** What differs from the format, as data: the sentences are the reader's, in either language. */
import type { z } from 'zod';

export interface FormatFault {
  /** Names the sentence. */
  readonly fault: 'missing' | 'unknown-key' | 'not-a-choice' | 'other-kind' | 'other';
  /** Keys, choices or the kind of value; for `other` the reason in English. */
  readonly found: string;
}

export function describeFault(issue: z.core.$ZodIssue): FormatFault {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { fault: 'unknown-key', found: issue.keys.join(', ') };
    case 'invalid_value':
      return { fault: 'not-a-choice', found: issue.values.map(String).join(', ') };
    case 'invalid_union':
      // By a key that says which of the forms it is; the type of issues does not name its choices yet.
      return 'options' in issue && Array.isArray(issue.options)
        ? { fault: 'not-a-choice', found: issue.options.map(String).join(', ') }
        : { fault: 'other', found: issue.message };
    case 'invalid_type':
      // The value itself is not in the issue.
      return issue.message.endsWith('received undefined')
        ? { fault: 'missing', found: issue.expected }
        : { fault: 'other-kind', found: issue.expected };
    default:
      return { fault: 'other', found: issue.message };
  }
}
