/**
 * Version 11. Log entries share a row (entry-runs.ts). The version only keeps out older programs, which could
 * not read it.
 */
export const entryRuns = '';
