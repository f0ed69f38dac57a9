/** Parts of a log entry. The compiler refuses this list if an entry has another part, or none of these. */
import type { LogEntry } from '../../scenarios/kit/log.ts';

type KeyOfSome<Row> = Row extends unknown ? keyof Row : never;

const parts: Readonly<Record<KeyOfSome<LogEntry>, true>> = {
  kind: true,
  logSeq: true,
  epoch: true,
  at: true,
  receivedAt: true,
  language: true,
  accessNeeds: true,
  noticeVersion: true,
  research: true,
  first: true,
  tMs: true,
  scene: true,
  choice: true,
  action: true,
  features: true,
  code: true,
  actionSeq: true,
  clientAt: true,
  how: true,
  activeMs: true,
  result: true,
  process: true,
  score: true,
  because: true,
  measure: true,
  results: true,
  processes: true,
  lastAt: true,
  reason: true,
};

export const logEntryParts: readonly string[] = Object.keys(parts);
