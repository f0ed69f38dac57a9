/** Adaptations that a person used, from the log. They never cost points. */
import type { AttemptAction, LogEntry } from '../kit/log.ts';

/** In display order. */
export const adaptations = [
  'read-aloud',
  /** A helper sat beside the person. */
  'helper',
  /** The helper did an action for the person. */
  'assists',
  /** Help was open from the start (ADR 11). */
  'eased',
  'text-size',
  /** By the browser. */
  'zoom',
  'contrast',
  'motion',
] as const;

export type Adaptation = (typeof adaptations)[number];

/** @param isScored excludes the welcome scene, where trying a setting shows no need */
export function adaptationsOf(
  entries: readonly LogEntry[],
  isScored: (scenario: string) => boolean,
): readonly Adaptation[] {
  const inForce = new Map<string, Adaptation>();
  const seen = new Set<Adaptation>();
  // The welcome's exercise asks for another text size: choosing one there shows no need either.
  let sizeBefore: Adaptation | undefined;
  let exercise: string | undefined;
  for (const entry of entries) {
    const isOfExercise = 'scene' in entry && entry.scene?.sceneId === exercise && isLargerText(entry);
    if (entry.kind === 'frame' && !isOfExercise) trackAdaptation(inForce, entry.action);
    if (entry.kind === 'action' && entry.action.app === 'practice') {
      if (entry.action.type === 'use' && entry.action.tool === 'text-size') {
        exercise = entry.scene.sceneId;
        setSize(inForce, sizeBefore);
      }
      sizeBefore = inForce.get('text-size');
    }
    if (!('scene' in entry) || entry.scene === null || !isScored(entry.scene.scenario)) continue;
    if (entry.scene.eased === true) seen.add('eased');
    if (entry.kind === 'frame' && entry.action.type === 'assist') seen.add('assists');
    if (entry.kind !== 'action') continue;
    if (entry.action.app === 'desk' && entry.action.type === 'listen') seen.add('read-aloud');
    for (const adaptation of inForce.values()) seen.add(adaptation);
  }
  return adaptations.filter((adaptation) => seen.has(adaptation));
}

function isLargerText(entry: LogEntry): boolean {
  if (entry.kind !== 'frame' || entry.action.type !== 'setting') return false;
  return entry.action.name === 'text-size' && entry.action.value !== '100';
}

function setSize(inForce: Map<string, Adaptation>, size: Adaptation | undefined): void {
  if (size === undefined) inForce.delete('text-size');
  else inForce.set('text-size', size);
}

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
