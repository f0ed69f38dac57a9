/** What holds of an attempt's log: its scenes' results, each from the scene's end or from a rescoring after it. */
import type { LogEntry, ScoredScene } from '../../scenarios/kit/log.ts';

/**
 * The result of every scored scene that was done or skipped, in the order in which they ended: what its end found, or
 * the last rescoring after that. A scene that was left has none, since not reached is missing and never zero.
 * @param log the whole log, in order
 */
export function currentResults(log: readonly LogEntry[]): readonly ScoredScene[] {
  const bySceneId = new Map<string, ScoredScene>();
  for (const entry of log) {
    if (entry.kind === 'rescored') {
      for (const one of entry.results) bySceneId.set(one.scene.sceneId, one);
    }
    if (entry.kind !== 'scene-ended') continue;
    const { scene, how, result } = entry;
    if (how === 'left' || result === null) bySceneId.delete(scene.sceneId);
    else bySceneId.set(scene.sceneId, { scene, how, result });
  }
  return [...bySceneId.values()];
}

/** The bank that measures an attempt: of the last rescoring that measured, or the one that the attempt pins. */
export function currentBankVersion(
  log: readonly LogEntry[],
  { bankVersion }: { bankVersion: number },
): number {
  const rescored = log.findLast((entry) => entry.kind === 'rescored' && entry.measure !== null);
  return rescored?.kind === 'rescored' ? (rescored.measure?.bankVersion ?? bankVersion) : bankVersion;
}
