/** A log of one scene played at a pace, as the server would have stored it. */
import type { LogEntry, LogEvent, SceneRef, SceneResult } from '../../scenarios/kit/log.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';

export const timedScene: SceneRef = {
  sceneId: '1',
  scenario: 's02-inbox',
  worldVersion: 2,
  scoringVersion: 1,
};

export interface Pace {
  /** Before the first action. */
  readonly lookMs: number;
  /** Before each further action, repeated in turn. */
  readonly gapsMs: readonly number[];
}

export function atPace(
  actions: readonly WorldAction[],
  { lookMs, gapsMs }: Pace,
  scene: SceneRef = timedScene,
): LogEntry[] {
  let at = 1_000_000 + lookMs;
  const timed = actions.map((action, index) => {
    if (index > 0) at += gapsMs[(index - 1) % gapsMs.length] ?? 0;
    const event: LogEvent = { kind: 'action', scene, action, actionSeq: index + 1, tMs: at, clientAt: 0 };
    return [at, event] as const;
  });
  return asLog([[1_000_000, { kind: 'scene-started', scene }], ...timed]);
}

export function asLog(events: readonly (readonly [at: number, event: LogEvent])[]): LogEntry[] {
  return events.map(([at, event], index) => ({ logSeq: index + 1, epoch: 1, at, receivedAt: at, ...event }));
}

export function endOfLog(log: readonly LogEntry[]): number {
  return log.at(-1)?.at ?? 0;
}

/** The result of whoever did nothing that counts. */
export const nothingEarned: SceneResult = {
  rules: [],
  items: [{ item: 's02-com', dimension: 'COM', points: 0, max: 1, skipped: false }],
  misconceptions: [],
};
