/** Speeds up actions. The log remains the source of truth (ADR 17). */
import type { SceneState } from '../../scenarios/world/types.ts';

interface CachedScene {
  readonly throughSeq: number;
  readonly state: SceneState;
}

export interface SceneCache {
  /** @param head logSeq of the last stored entry. A state beyond it belongs to another log (restored database). */
  find(attemptId: string, sceneId: string, head: number): CachedScene | undefined;
  /** Call it after the scene's entries are stored. Ended scenes are not cached. */
  store(attemptId: string, sceneId: string, scene: CachedScene): void;
  forget(attemptId: string): void;
}

/** About 20 MB; counts the past states for « Annuler » too. */
const maxStates = 50_000;

/** Also limits how long typed text stays in memory. */
const maxAgeMs = 30 * 60_000;

interface Entry extends CachedScene {
  readonly storedAt: number;
  readonly states: number;
}

/** Drops the least recently used scenes first. */
export function createSceneCache(clock: () => number): SceneCache {
  // A Map iterates in insertion order.
  const entries = new Map<string, Entry>();
  let states = 0;
  // Cached because finding a Map's first key is slow: it steps over deleted ones.
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
      // Requests may finish out of order.
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
