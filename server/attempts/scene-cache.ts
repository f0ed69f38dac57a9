/**
 * Scene states that were reached a moment ago, so that the next batch goes on from there instead of playing the whole
 * scene again. The log stays the truth (ADR 17): what is kept here follows from stored entries alone, a process that
 * has nothing kept replays, and one whose state is older replays what came since.
 */
import type { SceneState } from '../../scenarios/world/types.ts';

/** Where a scene stood once the log was stored up to `throughSeq`. */
interface KeptScene {
  readonly throughSeq: number;
  readonly state: SceneState;
}

export interface SceneCache {
  /**
   * The newest state kept of a scene, if any.
   * @param head up to where the log is stored now: a state from beyond it is of another log (a database that was
   *   restored) and is thrown away
   */
  find(attemptId: string, sceneId: string, head: number): KeptScene | undefined;
  /** To be called only once everything that led to the state is stored. An ended scene is let go. */
  keep(attemptId: string, sceneId: string, scene: KeptScene): void;
  /** For an attempt that is over, be it in mid scene: whatever is kept of it goes. */
  letGo(attemptId: string): void;
}

/** How many states may be kept, counting those that « Annuler » goes back to: some 20 MB. */
const maxStates = 50_000;

/** A person who pauses longer may come back to a replay; what they typed does not stay in memory for ever. */
const keptMs = 30 * 60_000;

interface Place extends KeptScene {
  readonly keptAt: number;
  readonly states: number;
}

/** A cache for one process; those used longest ago go first. */
export function createSceneCache(clock: () => number): SceneCache {
  // In order of use: a Map lists its keys as they were set.
  const places = new Map<string, Place>();
  let states = 0;
  // No place is older. Looked up seldom: a Map steps over every key that was set anew before it comes to its first.
  let oldestAt = Infinity;
  const drop = (key: string): void => {
    states -= places.get(key)?.states ?? 0;
    places.delete(key);
  };
  const makeRoom = (): void => {
    const now = clock();
    const isFine = (keptAt: number): boolean => states <= maxStates && now - keptAt < keptMs;
    if (isFine(oldestAt)) return;
    for (const [key, { keptAt }] of places) {
      oldestAt = keptAt;
      if (isFine(keptAt)) return;
      drop(key);
    }
    oldestAt = Infinity;
  };
  return {
    find(attemptId, sceneId, head) {
      const key = keyOf(attemptId, sceneId);
      makeRoom();
      const kept = places.get(key);
      if (kept !== undefined && kept.throughSeq > head) drop(key);
      return kept !== undefined && kept.throughSeq <= head ? kept : undefined;
    },
    keep(attemptId, sceneId, scene) {
      const key = keyOf(attemptId, sceneId);
      // Two requests may end in another order than they were stored in; the newer state stands.
      if ((places.get(key)?.throughSeq ?? 0) > scene.throughSeq) return;
      drop(key);
      if (scene.state.ended !== null) return;
      const { throughSeq, state } = scene;
      const place = { throughSeq, state, keptAt: clock(), states: 1 + state.past.length };
      places.set(key, place);
      oldestAt = Math.min(oldestAt, place.keptAt);
      states += place.states;
      makeRoom();
    },
    letGo(attemptId) {
      for (const key of places.keys()) if (key.startsWith(keyOf(attemptId, ''))) drop(key);
    },
  };
}

function keyOf(attemptId: string, sceneId: string): string {
  return `${attemptId}/${sceneId}`;
}
