/** The small parts that every file of the scenario format is made of. */
import { z } from 'zod';

export const formatVersion = z.literal(1);

export const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'an id has small letters, digits and hyphens');

/** A key of the text files, e.g. `mail.m5.subject`. */
export const textKey = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'a text key is small words joined by dots');

export const cast = z.enum(['nadia', 'samir', 'joyce', 'marc', 'rosa']);

/** An id inside an action: what names nothing is the reducers' business. */
export const actionId = z.string().min(1).max(64);

/** A text that a person typed, at most 2000 characters; the mark of an erased text cannot be sent. */
export const typedText = z
  .string()
  .max(2000)
  .refine((text) => !text.includes('\uFFFC'));

/** Ready-made sentences in groups, in world.yaml. */
export const phraseGroups = z.array(
  z.strictObject({ id, title: textKey, phrases: z.array(z.strictObject({ id, text: textKey })).min(1) }),
);
