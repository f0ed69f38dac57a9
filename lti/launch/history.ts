/** What a copied course and activity came from, as the LMS names them. */
import { courseHistoryParameter, linkHistoryParameter } from '../asked-parameters.ts';
import { identifierLength } from './claims.ts';

/** Ids, newest first. */
export interface LaunchHistory {
  readonly courses: readonly string[];
  readonly links: readonly string[];
}

/** An older original is hardly ever needed. */
const mostOriginals = 10;

export function readHistory(custom: Readonly<Record<string, string>>): LaunchHistory {
  return {
    courses: parseIds(custom[courseHistoryParameter.name]),
    links: parseIds(custom[linkHistoryParameter.name]),
  };
}

/** Separated by commas, each URL-encoded. Empty also for a variable that was not filled in. */
function parseIds(value: string | undefined): string[] {
  if (value === undefined || value.trim().startsWith('$')) return [];
  const ids = value.split(',').map((id) => decode(id.trim()));
  return [...new Set(ids.filter((id) => id !== '' && id.length <= identifierLength))].slice(0, mostOriginals);
}

/** Not every LMS encodes. */
function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
