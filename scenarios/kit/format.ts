import { z } from 'zod';

export const formatVersion = z.literal(1);

export const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'an id has small letters, digits and hyphens');

export const textKey = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'a text key is small words joined by dots');

export const cast = z.enum(['nadia', 'samir', 'joyce', 'marc', 'rosa']);

export const actionId = z.string().min(1).max(64);

/** Refuses the mark of an erased text. */
export const typedText = z
  .string()
  .max(2000)
  .refine((text) => !text.includes('\uFFFC'));

export const phraseGroups = z.array(
  z.strictObject({ id, title: textKey, phrases: z.array(z.strictObject({ id, text: textKey })).min(1) }),
);
