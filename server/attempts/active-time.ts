/** How long a scene was really open, from its log. */
import type { LogEntry } from '../../scenarios/kit/log.ts';

/**
 * Time a scene was open up to `endAt`, in milliseconds. Pauses are taken out, and so is the time between the last
 * entry of a page and the opening of the next one: nobody knows what happened then.
 */
export function activeTimeMs(entries: readonly LogEntry[], sceneId: string, endAt: number): number {
  return followActiveTime(entries, sceneId, endAt).totalMs;
}

/** The same at each entry on the way, in their order. */
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
    // What launches and staff write is no moment at which somebody was there.
    else if (!isOfPlay(entry)) return upTo(before);
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

function isOfPlay({ kind }: LogEntry): boolean {
  return kinds.has(kind);
}

const kinds: ReadonlySet<LogEntry['kind']> = new Set([
  ...(['opened', 'scene-started', 'scene-ended', 'action', 'rejected', 'frame'] as const),
]);

/** What is no act in the scene: possible on the pause screen too, where it ends nothing. */
function isAside(entry: LogEntry): boolean {
  return entry.kind === 'frame' && asides.has(entry.action.type);
}

const asides: ReadonlySet<string> = new Set(['language', 'setting', 'input', 'device', 'hidden']);
