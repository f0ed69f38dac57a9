import type { LogEntry, ProcessIndicators, SceneProcess } from '../../scenarios/kit/log.ts';
import type { Attempt } from '../storage/ports/attempts.ts';
import type { FlagScene } from './flag-scene.ts';
import { processOf, withFlags } from './process.ts';

/**
 * By scene id, after the last rescoring.
 * @param log whole or only its outcomes, in order
 */
export function currentProcesses(log: readonly LogEntry[]): ReadonlyMap<string, ProcessIndicators> {
  const bySceneId = new Map<string, ProcessIndicators>();
  for (const entry of log) {
    if (entry.kind === 'scene-ended' && entry.process !== undefined) {
      bySceneId.set(entry.scene.sceneId, entry.process);
    } else if (entry.kind === 'rescored') {
      for (const { sceneId, process } of entry.processes ?? []) bySceneId.set(sceneId, process);
    }
  }
  return bySceneId;
}

/**
 * Derives the indicators of every ended scene again.
 * @param log whole, in order
 */
export function recomputeProcesses(
  log: readonly LogEntry[],
  { seed, bankVersion }: Pick<Attempt, 'seed' | 'bankVersion'>,
  flagScene: FlagScene,
): SceneProcess[] {
  const ends = new Map(
    log.flatMap((entry, index) => (entry.kind === 'scene-ended' ? [[entry.scene.sceneId, index]] : [])),
  );
  return [...ends].map(([sceneId, index]) => {
    // The end was logged one millisecond after what it counts.
    const endAt = (log[index]?.at ?? 0) - 1;
    const entries = log.slice(0, index);
    const process = processOf(entries, { sceneId, seed, bankVersion }, endAt);
    return { sceneId, process: withFlags(process, flagsAgain(log[index], entries, endAt, flagScene)) };
  });
}

/** As at the scene's end: only a scored scene that ended by « J’ai fini ». */
function flagsAgain(
  end: LogEntry | undefined,
  entries: readonly LogEntry[],
  endAt: number,
  flagScene: FlagScene,
): ReturnType<FlagScene> {
  if (end?.kind !== 'scene-ended' || end.how !== 'done' || end.result === null) return [];
  return flagScene(entries, { scene: end.scene, result: end.result }, endAt);
}
