/**
 * Flags of a finished scene, from the log alone. A false flag is worse than a miss. Reasons for the thresholds:
 * docs/researchers/en/measurement.md.
 */
import type { EffortFlag } from '../../scenarios/kit/effort-flags.ts';
import type { LogEntry, SceneRef, SceneResult } from '../../scenarios/kit/log.ts';
import { countActs } from '../../scenarios/kit/count-acts.ts';
import { activeTimeMs } from './active-time.ts';
import { isRepeat, playOf } from './repeated-play.ts';

/** Introduction and goals take a quick reader longer than this. */
export const glanceMs = 10_000;
/** Time to see a scene, and of one act: half of what aim and press take. */
export const lookMs = 1_000;
export const moveMs = 250;
/** With fewer acts there is too little to time. */
const fewestTimed = 4;

export interface SceneToFlag {
  readonly scene: SceneRef;
  /** Acts of the shortest honest route; null: none is known. */
  readonly fewestActs: number | null;
  readonly result: SceneResult;
  /** Whole logs of the person's earlier attempts. */
  readonly earlier: readonly (readonly LogEntry[])[];
}

/**
 * @param entries whole log up to the scene's end by « J’ai fini »
 * @param endAt ms since 1970 UTC
 */
export function flagsOf(
  entries: readonly LogEntry[],
  { scene, fewestActs, result, earlier }: SceneToFlag,
  endAt: number,
): readonly EffortFlag[] {
  const acts = countActs(
    entries.flatMap((entry) =>
      entry.kind === 'action' && entry.scene.sceneId === scene.sceneId ? [entry.action] : [],
    ),
  );
  const activeMs = activeTimeMs(entries, scene.sceneId, endAt);
  // All points in fewer acts: a route that the authors did not know.
  const isWhole = result.items.length > 0 && result.items.every(({ points, max }) => points === max);
  if (!isWhole && fewestActs !== null && acts < fewestActs && activeMs < glanceMs) return ['not-tried'];
  const play = playOf(entries, scene);
  const flags: EffortFlag[] = [];
  if (acts >= fewestTimed && activeMs < lookMs + moveMs * acts) flags.push('machine-fast');
  if (earlier.some((log) => isRepeat(play, playOf(log, scene)))) flags.push('repeated');
  return flags;
}
