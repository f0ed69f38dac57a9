import { z } from 'zod';
import type { Label } from '../statement.ts';
import type { ExtensionName } from '../vocabulary.ts';

export interface ExtensionMeaning {
  readonly name: Label;
  readonly meaning: Label;
  readonly place: 'context' | 'result';
  readonly unit?: 'ms';
  readonly schema: z.ZodType;
}

export type Meanings = Partial<Record<ExtensionName, ExtensionMeaning>>;

/** The same pattern as `localId`: no typed text matches. */
export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/);
export const codes = z.array(code);
export const count = z.int().min(0);
export const ordinal = z.int().min(1);
export const milliseconds = z.number().min(0);

export function context(schema: z.ZodType, name: Label, meaning: Label): ExtensionMeaning {
  return { name, meaning, place: 'context', schema };
}

export function contextMs(name: Label, meaning: Label): ExtensionMeaning {
  return { ...context(milliseconds, name, meaning), unit: 'ms' };
}

export function result(schema: z.ZodType, name: Label, meaning: Label): ExtensionMeaning {
  return { name, meaning, place: 'result', schema };
}
