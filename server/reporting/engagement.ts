/**
 * Detects that somebody may not have been at a scene: it took less than a tenth of its usual time and fewer
 * than three actions (assessment.md §3.5, after the normative threshold NT10 of Wise and Ma). Both are
 * required, because people who read little on screens are often quick. Scenes with reading aloud or helping
 * hands don't count: their time and actions are not the person's. It changes no result; it tells staff to
 * ask.
 */
import type { LogEntry } from '../../scenarios/kit/log.ts';

const shareOfUsual = 0.1;
const minActions = 3;
const minuteMs = 60_000;

/**
 * @param ended undefined if the scene has not ended
 * @param minutes usual time of the scene as planned by its author, until there is enough data for a mean
 */
export function isBrief(
  ended: Extract<LogEntry, { kind: 'scene-ended' }> | undefined,
  minutes: number | undefined,
): boolean {
  if (ended?.how !== 'done' || ended.process === undefined || minutes === undefined) return false;
  const { actions, readAlouds, assists } = ended.process;
  if (readAlouds > 0 || assists > 0) return false;
  return ended.activeMs < shareOfUsual * minutes * minuteMs && actions < minActions;
}
