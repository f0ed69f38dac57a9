/**
 * Version 11. Log entries that are stored together share a row (entry-runs.ts). Nothing in the file changes: the version keeps
 * older programs out, which could not read such a row.
 */
export const entryRuns = '';
