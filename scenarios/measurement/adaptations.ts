/**
 * What eased or adapted somebody's play, derived from the log. Shown beside a result, and never deducted from
 * it (assessment.md §6.2, §6.4). Pure.
 */
import type { AttemptAction, LogEntry } from '../kit/log.ts';

/** In display order. */
export const adaptations = [
  /** A text was read aloud in a scored scene. */
  'read-aloud',
  /** A helper sat beside the person. */
  'helper',
  /** The helper lent a hand. */
  'assists',
  /** A scored scene was played with help open from the start (ADR 11). */
  'eased',
  /** Larger text, by our setting. */
  'text-size',
  /** The browser enlarged the page. */
  'zoom',
  /** High contrast, by our setting or the device's. */
  'contrast',
  /** Less movement, by our setting or the device's. */
  'motion',
] as const;

export type Adaptation = (typeof adaptations)[number];

/**
 * Distinct adaptations in effect while the person acted in a scored scene.
 * @param entries the attempt's log from its beginning, in order
 * @param isScored whether a scenario is measured: what people try in the welcome scene is no need
 */
export function adaptationsOf(
  entries: readonly LogEntry[],
  isScored: (scenario: string) => boolean,
): readonly Adaptation[] {
  const inForce = new Map<string, Adaptation>();
  const seen = new Set<Adaptation>();
  for (const entry of entries) {
    if (entry.kind === 'frame') trackAdaptation(inForce, entry.action);
    if (!('scene' in entry) || entry.scene === null || !isScored(entry.scene.scenario)) continue;
    if (entry.scene.eased === true) seen.add('eased');
    if (entry.kind === 'frame' && entry.action.type === 'assist') seen.add('assists');
    if (entry.kind !== 'action') continue;
    if (entry.action.app === 'desk' && entry.action.type === 'listen') seen.add('read-aloud');
    for (const adaptation of inForce.values()) seen.add(adaptation);
  }
  return adaptations.filter((adaptation) => seen.has(adaptation));
}

/** Tracks what settings and device turn on, until they turn it off. */
function trackAdaptation(inForce: Map<string, Adaptation>, action: AttemptAction): void {
  const set = (from: string, adaptation: Adaptation, isOn: boolean): void => {
    if (isOn) inForce.set(from, adaptation);
    else inForce.delete(from);
  };
  if (action.type === 'helper-offer') set('offer', 'helper', action.answer === 'accepted');
  if (action.type === 'device') {
    set('device-zoom', 'zoom', action.zoom !== '100');
    set('device-contrast', 'contrast', action.contrast !== 'usual');
    set('device-motion', 'motion', action.motion === 'reduced');
  }
  if (action.type !== 'setting') return;
  if (action.name === 'text-size') set('text-size', 'text-size', action.value !== '100');
  if (action.name === 'contrast') set('contrast', 'contrast', action.value === 'high');
  if (action.name === 'motion') set('motion', 'motion', action.value === 'off');
  if (action.name === 'helper') set('helper', 'helper', action.value === 'on');
}
