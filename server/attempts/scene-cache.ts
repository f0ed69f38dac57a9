/**
 * Caches recent scene states so that the next batch need not replay the whole scene. The log stays the source
 * of truth (ADR 17): a process without a cached state replays the log, and one with an older state replays
 * the rest.
 */
import type { SceneState } from '../../scenarios/world/types.ts';

/** The state of a scene after log entry `throughSeq`. */
interface CachedScene {
  readonly throughSeq: number;
  readonly state: SceneState;
}

export interface SceneCache {
  /**
   * Returns the newest cached state of a scene, if any.
   * @param head last stored log entry; a state from beyond it belongs to another log (a restored database)
   *   and is dropped
   */
  find(attemptId: string, sceneId: string, head: number): CachedScene | undefined;
  /**
   * Call it only after all entries that led to the state are stored. A state that has ended is not cached.
   */
  store(attemptId: string, sceneId: string, scene: CachedScene): void;
  /** Drops every state of an attempt. */
  forget(attemptId: string): void;
}

/** Limit that includes the states for « Annuler »: about 20 MB. */
const maxStates = 50_000;

/** Also limits how long typed text stays in memory. After a longer pause the scene is replayed. */
const maxAgeMs = 30 * 60_000;

interface Entry extends CachedScene {
  readonly storedAt: number;
  readonly states: number;
}

/** A cache for one process. Drops the least recently used states first. */
export function createSceneCache(clock: () => number): SceneCache {
  // A Map iterates in order of insertion, which is the order of use here.
  const entries = new Map<string, Entry>();
  let states = 0;
  // No entry is older. Kept here because finding the first key of a Map steps over all deleted ones.
  let oldestAt = Infinity;
  const drop = (key: string): void => {
    states -= entries.get(key)?.states ?? 0;
    entries.delete(key);
  };
  const makeRoom = (): void => {
    const now = clock();
    const fits = (storedAt: number): boolean => states <= maxStates && now - storedAt < maxAgeMs;
    if (fits(oldestAt)) return;
    for (const [key, { storedAt: storedAt }] of entries) {
      oldestAt = storedAt;
      if (fits(storedAt)) return;
      drop(key);
    }
    oldestAt = Infinity;
  };
  return {
    find(attemptId, sceneId, head) {
      const key = keyOf(attemptId, sceneId);
      makeRoom();
      const cached = entries.get(key);
      if (cached !== undefined && cached.throughSeq > head) drop(key);
      return cached !== undefined && cached.throughSeq <= head ? cached : undefined;
    },
    store(attemptId, sceneId, scene) {
      const key = keyOf(attemptId, sceneId);
      // Concurrent requests may finish out of order; the newer state wins.
      if ((entries.get(key)?.throughSeq ?? 0) > scene.throughSeq) return;
      drop(key);
      if (scene.state.ended !== null) return;
      const { throughSeq, state } = scene;
      const entry = { throughSeq, state, storedAt: clock(), states: 1 + state.past.length };
      entries.set(key, entry);
      oldestAt = Math.min(oldestAt, entry.storedAt);
      states += entry.states;
      makeRoom();
    },
    forget(attemptId) {
      for (const key of entries.keys()) if (key.startsWith(keyOf(attemptId, ''))) drop(key);
    },
  };
}

function keyOf(attemptId: string, sceneId: string): string {
  return `${attemptId}/${sceneId}`;
}
