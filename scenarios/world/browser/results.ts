import type { TextKey } from '../base.ts';
import { searchPages } from '../search.ts';
import type { BrowserWorld } from './types.ts';

/** Page ids as the screen lists them, best match first. */
export function listResults(
  { pages }: BrowserWorld,
  textOf: (key: TextKey) => string,
  typed: string,
): readonly string[] {
  const entries = pages.flatMap(({ id, found }) =>
    found ? [{ id, words: textOf(found.words), sponsored: found.sponsored }] : [],
  );
  return searchPages(entries, typed);
}
