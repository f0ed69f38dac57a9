import { z } from 'zod';

/** Control characters, and halves of characters. */
const unreadable = /[^\P{Cc}\t\n\r]|\p{Cs}/gu;

/** For others to read. Drops what nobody can type, so that a paste is not refused. */
export function freeText(longest: number): z.ZodString {
  return z
    .string()
    .overwrite((text) => text.replaceAll(unreadable, ''))
    .trim()
    .max(longest);
}
