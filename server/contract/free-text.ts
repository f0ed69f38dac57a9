import { z } from 'zod';

/** Tabs and line breaks are typed; other control characters and halves of characters break files and terminals. */
const unreadable = /[^\P{Cc}\t\n\r]|\p{Cs}/gu;

/** What somebody types for others to read. What nobody can type is dropped, so that a paste is not refused. */
export function freeText(longest: number): z.ZodString {
  return z
    .string()
    .overwrite((text) => text.replaceAll(unreadable, ''))
    .trim()
    .max(longest);
}
