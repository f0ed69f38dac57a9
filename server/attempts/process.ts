/** Process indicators of a scene. They give no points. */
import type { EffortFlag } from '../../scenarios/kit/effort-flags.ts';
import type { LogEntry, ProcessIndicators } from '../../scenarios/kit/log.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import { followActiveTime } from './active-time.ts';

/** About the time to read a message; a longer gap counts as idle. */
const idleAfterMs = 30_000;

/** A repeated navigation to a previous target counts as going back. */
const navigations: ReadonlySet<string> = new Set([
  ...['open', 'open-in-new-tab', 'open-draft', 'folder', 'open-app', 'preview', 'select-tab', 'home'],
  ...['open-icon', 'open-settings', 'find-settings', 'show', 'open-shelf', 'open-stub'],
]);

interface SceneFacts {
  readonly sceneId: string;
  readonly seed: number;
  readonly bankVersion: number;
}

/** @param entries whole log up to the scene's end, because the page reports its device before the first scene */
export function processOf(entries: readonly LogEntry[], facts: SceneFacts, endAt: number): ProcessIndicators {
  const { sceneId, seed, bankVersion } = facts;
  const sceneEntries = entries.filter((entry) => 'scene' in entry && entry.scene?.sceneId === sceneId);
  const actions = sceneEntries.flatMap((entry) => (entry.kind === 'action' ? [entry.action] : []));
  const frames = sceneEntries.flatMap((entry) => (entry.kind === 'frame' ? [entry.action] : []));
  const count = (...types: string[]): number => actions.filter(({ type }) => types.includes(type)).length;
  const startAt = sceneEntries.find(({ kind }) => kind === 'scene-started')?.at ?? endAt;
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
    appSwitches: count('open-app', 'open-icon'),
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

export function withFlags(process: ProcessIndicators, flags: readonly EffortFlag[]): ProcessIndicators {
  return flags.length === 0 ? process : { ...process, flags };
}

function countBacktracks(actions: readonly WorldAction[]): number {
  const seen = new Set<string>();
  let last = '';
  let backtracks = 0;
  for (const action of actions) {
    if (action.type === 'back') backtracks += 1;
    if (!navigations.has(action.type)) continue;
    const target = JSON.stringify(action);
    if (target !== last && seen.has(target)) backtracks += 1;
    seen.add(target);
    last = target;
  }
  return backtracks;
}

/** Sum of what each gap between actions exceeds `idleAfterMs`. */
function idleTimeMs({ atEach, totalMs }: ReturnType<typeof followActiveTime>): number {
  let before = 0;
  return [...atEach, totalMs].reduce((idleMs, activeMs) => {
    const gapMs = activeMs - before;
    before = activeMs;
    return idleMs + Math.max(0, gapMs - idleAfterMs);
  }, 0);
}

function deviceAt(entries: readonly LogEntry[]): ProcessIndicators['device'] {
  const reports = entries.flatMap((entry) =>
    entry.kind === 'frame' && entry.action.type === 'device' ? [entry.action] : [],
  );
  const last = reports.at(-1);
  if (last === undefined) return null;
  const { motion, zoom, contrast } = last;
  return { motion, zoom, contrast };
}
