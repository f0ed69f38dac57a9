import type { LogEntry, ProcessIndicators, ScoredScene } from '../../scenarios/kit/log.ts';

/**
 * Results that count, after rescorings, in the order in which scenes ended. A scene left has none, nor has one
 * flagged `not-tried` unless staff count it: missing, never zero.
 * @param log whole or only its outcomes, in order
 */
export function currentResults(log: readonly LogEntry[]): readonly ScoredScene[] {
  return resultsOf(log, (process) => process?.flags?.includes('not-tried') !== true);
}

/** The results if staff counted every scene, in the same order. */
export function everyResult(log: readonly LogEntry[]): readonly ScoredScene[] {
  return resultsOf(log, () => true);
}

function resultsOf(
  log: readonly LogEntry[],
  isTried: (process: ProcessIndicators | undefined) => boolean,
): readonly ScoredScene[] {
  const bySceneId = new Map<string, ScoredScene>();
  for (const entry of log) {
    if (entry.kind === 'rescored') {
      for (const one of entry.results) bySceneId.set(one.scene.sceneId, one);
    }
    if (entry.kind !== 'scene-ended') continue;
    const { scene, how, result, process } = entry;
    if (how === 'left' || result === null || !isTried(process)) bySceneId.delete(scene.sceneId);
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
