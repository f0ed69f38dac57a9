/**
 * Version 11. Log entries share a row (entry-runs.ts). The file does not change: the version keeps out older
 * programs, which could not read such a row.
 */
export const entryRuns = '';
