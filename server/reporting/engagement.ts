/**
 * Somebody may not have been there: less than a tenth of the usual time and fewer than three actions (NT10, normative
 * threshold: Wise and Ma 2012). Both, because people who read little on screens are often quick. Not with reading
 * aloud or helping hands, whose time is not the person's. Changes no result.
 */
import type { LogEntry } from '../../scenarios/kit/log.ts';

const shareOfUsual = 0.1;
const minActions = 3;
const minuteMs = 60_000;

export function isBrief(
  ended: Extract<LogEntry, { kind: 'scene-ended' }> | undefined,
  minutes: number | undefined,
): boolean {
  if (ended?.how !== 'done' || ended.process === undefined || minutes === undefined) return false;
  const { actions, readAlouds, assists } = ended.process;
  if (readAlouds > 0 || assists > 0) return false;
  return ended.activeMs < shareOfUsual * minutes * minuteMs && actions < minActions;
}
