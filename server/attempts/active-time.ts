import type { LogEntry } from '../../scenarios/kit/log.ts';

/**
 * Milliseconds that a scene was in use up to `endAt`. Excludes pauses, and the time between the last entry of
 * one page and the opening of the next.
 */
export function activeTimeMs(entries: readonly LogEntry[], sceneId: string, endAt: number): number {
  return followActiveTime(entries, sceneId, endAt).totalMs;
}

/** The same, cumulative at each entry (`atEach`, in log order). */
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
    // Launches and staff write entries too; they don't show that the learner was there.
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

/** These happen on the pause screen too, so they do not end a pause. */
function isAside(entry: LogEntry): boolean {
  return entry.kind === 'frame' && asides.has(entry.action.type);
}

const asides: ReadonlySet<string> = new Set(['language', 'setting', 'input', 'device', 'hidden']);
