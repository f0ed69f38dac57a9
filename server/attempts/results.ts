import type { LogEntry, ScoredScene } from '../../scenarios/kit/log.ts';

/**
 * Returns the results of the scored scenes that were finished or skipped, in order of their ends, each from
 * its end or from the last rescoring after it. A scene that was left has none: it is missing, never zero.
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

/**
 * Version of the bank that measures an attempt: from the last rescoring with a measure, or the attempt's own.
 */
export function currentBankVersion(
  log: readonly LogEntry[],
  { bankVersion }: { bankVersion: number },
): number {
  const rescored = log.findLast((entry) => entry.kind === 'rescored' && entry.measure !== null);
  return rescored?.kind === 'rescored' ? (rescored.measure?.bankVersion ?? bankVersion) : bankVersion;
}
