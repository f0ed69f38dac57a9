/** How long a scene was really open, from its log. */
import type { LogEntry } from '../../scenarios/log.ts';

/**
 * Time a scene was open up to `endAt`, in milliseconds. Pauses are taken out, and so is the time between the last
 * entry of a page and the opening of the next one: nobody knows what happened then.
 */
export function activeTimeMs(entries: readonly LogEntry[], sceneId: string, endAt: number): number {
  let activeMs = 0;
  let runsSince: number | null = null;
  let before: number | null = null;
  for (const entry of entries) {
    if (entry.kind === 'scene-started' && entry.scene.sceneId === sceneId) runsSince = entry.at;
    else if (before === null) continue;
    else if (entry.kind === 'opened') {
      if (runsSince !== null) activeMs += before - runsSince;
      runsSince = entry.at;
    } else if (entry.kind === 'frame' && entry.action.type === 'pause') {
      if (runsSince !== null) activeMs += entry.at - runsSince;
      runsSince = null;
    } else if (!isChoice(entry)) runsSince ??= entry.at;
    before = entry.at;
  }
  return runsSince === null ? activeMs : activeMs + Math.max(0, endAt - runsSince);
}

/** How the person wants to read: possible on the pause screen too, where it ends nothing. */
function isChoice(entry: LogEntry): boolean {
  return entry.kind === 'frame' && (entry.action.type === 'language' || entry.action.type === 'setting');
}
