/**
 * Whether somebody may not have been at a scene at all: over in under a tenth of its usual time and with fewer than
 * three actions (assessment.md §3.5, after the normative threshold NT10 of Wise and Ma). Both together, since who
 * reads little on a screen is often quick; and never where something was read aloud or pressed by somebody else, whose
 * time and actions are not the person's. It changes no result: it tells staff to ask.
 */
import type { LogEntry } from '../../scenarios/kit/log.ts';

const shareOfUsual = 0.1;
const fewestActions = 3;
const minuteMs = 60_000;

/**
 * @param ended undefined where the scene has not ended
 * @param minutes the scene's usual time, as its author planned it: until there are enough people for a mean
 */
export function isBrief(
  ended: Extract<LogEntry, { kind: 'scene-ended' }> | undefined,
  minutes: number | undefined,
): boolean {
  if (ended?.how !== 'done' || ended.process === undefined || minutes === undefined) return false;
  const { actions, readAlouds, assists } = ended.process;
  if (readAlouds > 0 || assists > 0) return false;
  return ended.activeMs < shareOfUsual * minutes * minuteMs && actions < fewestActions;
}
