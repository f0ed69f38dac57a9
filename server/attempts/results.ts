import type { LogEntry, ScoredScene } from '../../scenarios/kit/log.ts';

/**
 * Results that count, after rescorings, in the order in which scenes ended. A scene left has none: missing,
 * never zero.
 * @param log whole, in order
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

/** Returns the bank of the last rescoring with a measure, else the attempt's. */
export function currentBankVersion(
  log: readonly LogEntry[],
  { bankVersion }: { bankVersion: number },
): number {
  const rescored = log.findLast((entry) => entry.kind === 'rescored' && entry.measure !== null);
  return rescored?.kind === 'rescored' ? (rescored.measure?.bankVersion ?? bankVersion) : bankVersion;
}
