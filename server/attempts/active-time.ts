import type { LogEntry } from '../../scenarios/kit/log.ts';

/** Milliseconds of active play in the scene up to `endAt`, without pauses and the time between two pages. */
export function activeTimeMs(entries: readonly LogEntry[], sceneId: string, endAt: number): number {
  return followActiveTime(entries, sceneId, endAt).totalMs;
}

/** Also at each entry. */
export function followActiveTime(
  entries: readonly LogEntry[],
  sceneId: string,
  endAt: number,
): { readonly atEach: readonly number[]; readonly totalMs: number } {
  let activeMs = 0;
  let runsSince: number | null = null;
  let before: number | null = null;
  const upTo = (at: number): number =>
    runsSince === null ? activeMs : activeMs + Math.max(0, at - runsSince);
  const atEach = entries.map((entry) => {
    if (entry.kind === 'scene-started' && entry.scene.sceneId === sceneId) runsSince = entry.at;
    else if (before === null) return 0;
    // Launches and staff actions don't show that the learner was there.
    else if (!isInPlay(entry)) return upTo(before);
    else if (entry.kind === 'scene-ended' && entry.scene.sceneId === sceneId) {
      activeMs = upTo(entry.at);
      runsSince = null;
    } else if (entry.kind === 'opened') {
      activeMs = upTo(before);
      runsSince = entry.at;
    } else if (entry.kind === 'frame' && entry.action.type === 'pause') {
      activeMs = upTo(entry.at);
      runsSince = null;
    } else if (!isAside(entry)) runsSince ??= entry.at;
    before = entry.at;
    return upTo(entry.at);
  });
  return { atEach, totalMs: upTo(endAt) };
}

function isInPlay({ kind }: LogEntry): boolean {
  return kindsInPlay.has(kind);
}

const kindsInPlay: ReadonlySet<LogEntry['kind']> = new Set([
  ...(['opened', 'scene-started', 'scene-ended', 'action', 'rejected', 'frame'] as const),
]);

/** Possible on the pause screen too, so they don't end a pause. */
function isAside(entry: LogEntry): boolean {
  return entry.kind === 'frame' && asides.has(entry.action.type);
}

const asides: ReadonlySet<string> = new Set(['language', 'setting', 'input', 'device', 'hidden']);
