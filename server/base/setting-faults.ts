/** The sentences are in start-refusals.ts. */
import type { z } from 'zod';

export type SettingFaultKind =
  | 'missing'
  | 'too-short'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'not-whole-number'
  | 'not-one-of'
  | 'not-address'
  | 'odd-characters'
  | 'not-https'
  | 'holds-credentials'
  | 'has-path'
  | 'unusable';

/** Never holds the value, which may be secret. */
export interface SettingFault {
  readonly setting: string;
  readonly kind: SettingFaultKind;
  /** A number or a list of words; empty if the kind says all. */
  readonly limit: string;
}

export function toFault(issue: z.core.$ZodIssue, value: string | undefined): SettingFault {
  const setting = issue.path.join('.');
  return value === undefined ? fault(setting, 'missing') : { setting, ...measure(issue) };
}

export function fault(setting: string, kind: SettingFaultKind): SettingFault {
  return { setting, kind, limit: '' };
}

function measure(issue: z.core.$ZodIssue): Omit<SettingFault, 'setting'> {
  const isText = 'origin' in issue && issue.origin === 'string';
  if (issue.code === 'too_small')
    return { kind: isText ? 'too-short' : 'too-small', limit: String(issue.minimum) };
  if (issue.code === 'too_big')
    return { kind: isText ? 'too-long' : 'too-large', limit: String(issue.maximum) };
  if (issue.code === 'invalid_value')
    return { kind: 'not-one-of', limit: issue.values.map(String).join(', ') };
  return { kind: kindOf(issue), limit: '' };
}

function kindOf(issue: z.core.$ZodIssue): SettingFaultKind {
  if (issue.code === 'invalid_type') return 'not-whole-number';
  if (issue.code !== 'invalid_format') return 'unusable';
  return issue.format === 'url' ? 'not-address' : 'odd-characters';
}
