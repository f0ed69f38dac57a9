import type { SettingsPage } from '../../../../scenarios/world/home/types.ts';
import { searchPages, suggestSearches } from '../../../../scenarios/world/search.ts';

type Text = (key: string) => string;

/** Ids of pages by their title, their other words and their switches. The start of a word is enough; slips do not matter. */
export function findSettings(pages: readonly SettingsPage[], typed: string, text: Text): readonly string[] {
  const entries = pages.map((page) => ({
    id: page.id,
    words: [
      text(page.title),
      page.words === undefined ? '' : text(page.words),
      ...switchNames(page, text),
    ].join(' '),
  }));
  return [...new Set([...suggestSearches(entries, typed), ...searchPages(entries, typed)])];
}

export function switchNames({ rows }: SettingsPage, text: Text): readonly string[] {
  return rows.flatMap((row) => (row.kind === 'switch' ? [text(row.label)] : []));
}
