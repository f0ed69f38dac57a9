/** Proof (a): every acknowledged action is in the stored log, in order and once, and replays to the learner's state. */
import { isDeepStrictEqual } from 'node:util';
import type { LogEntry } from '../../../scenarios/kit/log.ts';
import { hashState } from '../../../scenarios/world/hash.ts';
import { replay } from '../../../scenarios/world/scene.ts';
import type { PlacedAction, World } from '../../../scenarios/world/types.ts';
import type { AttemptBook, BookedAction } from '../book.ts';
import type { Breach } from './breach.ts';

type StoredAction = Extract<LogEntry, { readonly kind: 'action' | 'rejected' | 'frame' }>;

/**
 * @param log the whole log with typed texts, in order
 * @param worldOf the world of a scene of this attempt
 */
export function checkLog(
  book: AttemptBook,
  log: readonly LogEntry[],
  worldOf: (sceneId: string) => World,
): Breach[] {
  const stored = log.filter(isAction);
  const found = [
    ...findGaps(log),
    ...findDoubles(stored),
    ...findLost(book, stored),
    ...findGhosts(book, stored),
    ...findDivergence(book, stored, worldOf),
    ...book.surprises,
  ];
  return found.map((what) => ({ about: book.attemptId, what }));
}

function isAction(entry: LogEntry): entry is StoredAction {
  return entry.kind === 'action' || entry.kind === 'rejected' || entry.kind === 'frame';
}

function findGaps(log: readonly LogEntry[]): string[] {
  return log.flatMap(({ logSeq, at }, index) => {
    if (logSeq !== index + 1) return [`entry ${index + 1} is missing, or twice there`];
    const before = log[index - 1];
    return before !== undefined && at <= before.at ? [`entry ${logSeq} is not after the one before`] : [];
  });
}

function findDoubles(stored: readonly StoredAction[]): string[] {
  const places = stored.map(placeOf);
  const marks = stored.map(({ clientAt }) => clientAt);
  return stored
    .filter((_, at) => places.indexOf(placeOf(stored[at])) !== at || marks.indexOf(marks[at] ?? 0) !== at)
    .map((action) => `action ${placeOf(action)} is stored twice`);
}

/** Actions that are missing or changed; or, if there are none, the first that is out of order. */
function findLost({ acknowledged }: AttemptBook, stored: readonly StoredAction[]): string[] {
  const at = new Map(stored.map((action, index) => [placeOf(action), index]));
  const lost = acknowledged.flatMap((sent) => {
    const kept = stored[at.get(placeOf(sent)) ?? -1];
    if (kept === undefined) return [`acknowledged action ${placeOf(sent)} is lost`];
    return isSame(sent, kept) ? [] : [`acknowledged action ${placeOf(sent)} is stored as another`];
  });
  if (lost.length > 0) return lost;
  const order = acknowledged.map((sent) => at.get(placeOf(sent)) ?? -1);
  const wrong = order.findIndex((place, index) => index > 0 && place <= (order[index - 1] ?? -1));
  const first = acknowledged[wrong];
  return first === undefined ? [] : [`acknowledged action ${placeOf(first)} is out of order`];
}

/** Stored, and never sent by this learner. */
function findGhosts({ acknowledged, unsure }: AttemptBook, stored: readonly StoredAction[]): string[] {
  const sent = new Set([...acknowledged, ...unsure].map(placeOf));
  return stored
    .filter((action) => !sent.has(placeOf(action)))
    .map((action) => `action ${placeOf(action)} is stored, and nobody sent it`);
}

function findDivergence(
  { hashes }: AttemptBook,
  stored: readonly StoredAction[],
  worldOf: (sceneId: string) => World,
): string[] {
  return [...hashes].flatMap(([sceneId, hash]) => {
    const actions = stored.flatMap((entry): PlacedAction[] =>
      entry.kind === 'action' && entry.scene.sceneId === sceneId ? [entry] : [],
    );
    const replayed = hashState(replay(worldOf(sceneId), actions));
    return replayed === hash ? [] : [`scene ${sceneId} replays to another state than the learner saw`];
  });
}

function isSame(sent: BookedAction, kept: StoredAction): boolean {
  const { action, clientAt, tMs, sceneId } = sent;
  const scene = kept.kind === 'frame' ? sceneId : kept.scene.sceneId;
  return (
    isDeepStrictEqual(action, kept.action) &&
    clientAt === kept.clientAt &&
    tMs === kept.tMs &&
    sceneId === scene
  );
}

/** One writer's epoch counts its actions from 1. */
function placeOf(action: { readonly epoch: number; readonly actionSeq: number } | undefined): string {
  return action === undefined ? '' : `${action.epoch}/${action.actionSeq}`;
}
