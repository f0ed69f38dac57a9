/** Splits unsent entries into requests: one epoch and one scene each, within the contract's limits. */
import type { ActRequest } from '../../../server/contract/play.ts';
import { builtForContract } from '../api/api.ts';
import type { JournalEntry } from './journal-seal.ts';

const longestBatch = 100;
/** Browsers limit requests that outlive a page to 64 kB; the rest is for headers and other requests. */
export const leavingBytes = 58_000;

/**
 * Takes entries of one scene, because a batch’s hash is of one. Null if the queue is empty.
 * @param maxBytes of the body; takes at least one entry
 */
export function firstBatch(queue: readonly JournalEntry[], maxBytes = 256_000): ActRequest | null {
  const [first] = queue;
  if (first === undefined) return null;
  const taken: JournalEntry[] = [];
  let bytes = 200;
  for (const entry of queue.slice(0, longestBatch)) {
    bytes += new TextEncoder().encode(JSON.stringify(entry.action)).length + 1;
    const other = entry.epoch !== first.epoch || entry.action.sceneId !== first.action.sceneId;
    if (taken.length > 0 && (other || bytes > maxBytes)) break;
    taken.push(entry);
  }
  return {
    contractVersion: builtForContract,
    epoch: first.epoch,
    actions: taken.map(({ action }) => action),
    stateHash: taken.at(-1)?.stateHash ?? null,
  };
}
