/** What is wrong with a setting, in words for who wrote it. */
import type { z } from 'zod';

/** One line without the value, which may be a secret. */
export function tellFault(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return `must ${measure(issue.origin, 'at least', issue.minimum)}`;
  if (issue.code === 'too_big') return `must ${measure(issue.origin, 'at most', issue.maximum)}`;
  if (issue.code === 'invalid_type') return 'must be a whole number';
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return 'must be an address that begins with https://';
  return issue.message;
}

function measure(origin: string, limit: string, size: number | bigint): string {
  return origin === 'string' ? `have ${limit} ${size} characters` : `be ${limit} ${size}`;
}
