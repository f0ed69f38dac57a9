/**
 * Compares two plays of one person. The same acts say nothing, but people never keep their rhythm; recorded play
 * does. Two persons are not compared: helpers teach a group one way, and texts are sealed.
 */
import type { LogEntry, SceneRef } from '../../scenarios/kit/log.ts';
import { canonicalJson } from '../../scenarios/world/hash.ts';

export interface Play {
  /** Actions with their texts, in order. */
  readonly acts: readonly string[];
  /** Milliseconds between each action and the next. */
  readonly gapsMs: readonly number[];
}

/** Pauses of a recording differ by less, those of a person by more. */
export const rhythmMs = 50;
/** Fewer pauses may be alike by chance. */
const fewestGaps = 6;

/** The scenario's play in a log, at the scene's world version. */
export function playOf(log: readonly LogEntry[], { scenario, worldVersion }: SceneRef): Play {
  const actions = log.flatMap((entry) =>
    entry.kind === 'action' && entry.scene.scenario === scenario && entry.scene.worldVersion === worldVersion
      ? [entry]
      : [],
  );
  return {
    acts: actions.map(({ action }) => canonicalJson(action)),
    gapsMs: actions.slice(1).map(({ at }, index) => at - (actions[index]?.at ?? at)),
  };
}

export function isRepeat(play: Play, earlier: Play): boolean {
  return (
    play.gapsMs.length >= fewestGaps &&
    play.acts.length === earlier.acts.length &&
    play.acts.every((act, index) => act === earlier.acts[index]) &&
    play.gapsMs.every((gapMs, index) => Math.abs(gapMs - (earlier.gapsMs[index] ?? Infinity)) <= rhythmMs)
  );
}
