/**
 * How somebody worked in a scene, as indicators derived from its log (assessment.md §3.6). Pure: the same log gives the
 * same indicators. They describe the process, and none gives a point.
 */
import type { LogEntry, ProcessIndicators } from '../../scenarios/kit/log.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import { followActiveTime } from './active-time.ts';

/** A gap without an entry is idle from here on: reading a message takes about so long. */
const readingMs = 30_000;

/** Acts that lead to a place; doing one again is coming back to it. */
const leadsTo: ReadonlySet<string> = new Set([
  ...['open', 'open-in-new-tab', 'open-draft', 'folder', 'open-app', 'preview', 'select-tab', 'home'],
]);

/** What the log of one scene alone does not say. */
interface SceneFacts {
  readonly sceneId: string;
  readonly seed: number;
  readonly bankVersion: number;
}

/**
 * The indicators of one scene up to `endAt`, milliseconds since 1970.
 * @param entries the attempt's log from its beginning or the scene's, in order
 */
export function processOf(entries: readonly LogEntry[], facts: SceneFacts, endAt: number): ProcessIndicators {
  const { sceneId, seed, bankVersion } = facts;
  const own = entries.filter((entry) => 'scene' in entry && entry.scene?.sceneId === sceneId);
  const actions = own.flatMap((entry) => (entry.kind === 'action' ? [entry.action] : []));
  const frames = own.flatMap((entry) => (entry.kind === 'frame' ? [entry.action] : []));
  const count = (...types: string[]): number => actions.filter(({ type }) => types.includes(type)).length;
  const startAt = own.find(({ kind }) => kind === 'scene-started')?.at ?? endAt;
  const first = entries.findIndex((entry) => entry.kind === 'action' && entry.scene.sceneId === sceneId);
  const active = followActiveTime(entries, sceneId, endAt);
  return {
    totalMs: Math.max(0, endAt - startAt),
    firstActionMs: active.atEach[first] ?? null,
    actions: actions.length,
    undos: actions.filter(({ app, type }) => app === 'desk' && type === 'undo').length,
    helps: actions.filter(({ app, type }) => app === 'desk' && type === 'help').length,
    readAlouds: actions.filter(({ app, type }) => app === 'desk' && type === 'listen').length,
    assists: frames.filter(({ type }) => type === 'assist').length,
    appSwitches: count('open-app'),
    backtracks: countBacktracks(actions),
    pauses: frames.filter(
      ({ type, ...rest }) => type === 'pause' && 'cause' in rest && rest.cause === 'button',
    ).length,
    idleMs: idleTimeMs(active),
    hiddenMs: frames.reduce((sum, action) => sum + (action.type === 'hidden' ? action.ms : 0), 0),
    inputModes: [
      ...new Set(frames.flatMap((action) => (action.type === 'input' ? [action.mode] : []))),
    ].sort(),
    device: deviceAt(entries),
    variantSeed: seed,
    bankVersion,
  };
}

/** Coming back to a place that was left for another one, and « Précédent ». */
function countBacktracks(actions: readonly WorldAction[]): number {
  const seen = new Set<string>();
  let last = '';
  let backtracks = 0;
  for (const action of actions) {
    if (action.type === 'back') backtracks += 1;
    if (!leadsTo.has(action.type)) continue;
    const place = JSON.stringify(action);
    if (place !== last && seen.has(place)) backtracks += 1;
    seen.add(place);
    last = place;
  }
  return backtracks;
}

/** Of every gap between entries while somebody was there, what is longer than reading takes. */
function idleTimeMs({ atEach, totalMs }: ReturnType<typeof followActiveTime>): number {
  let before = 0;
  return [...atEach, totalMs].reduce((idleMs, activeMs) => {
    const gapMs = activeMs - before;
    before = activeMs;
    return idleMs + Math.max(0, gapMs - readingMs);
  }, 0);
}

/** What the page told of its device last. */
function deviceAt(entries: readonly LogEntry[]): ProcessIndicators['device'] {
  const told = entries.flatMap((entry) =>
    entry.kind === 'frame' && entry.action.type === 'device' ? [entry.action] : [],
  );
  const last = told.at(-1);
  if (last === undefined) return null;
  const { motion, zoom, contrast } = last;
  return { motion, zoom, contrast };
}
