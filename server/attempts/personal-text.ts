/**
 * Keeps what a person typed apart from the log: sealed under the person's own key, so that destroying the key
 * erases the text while the features that evidence uses remain.
 */
import type { LogEntry } from '../../scenarios/kit/log.ts';
import { withoutText } from '../../scenarios/world/mail/draft.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import type { StoredEntry } from '../storage/ports/attempts.ts';

/** Seals and opens texts under one person's key; `place` binds a text to its log entry. */
export interface PersonalSeal {
  seal(text: string, place: string): string;
  unseal(sealed: string, place: string): string;
}

type ActionEntry = Extract<LogEntry, { kind: 'action' | 'rejected' }>;

/** Splits a log entry into what is kept openly and what is sealed. */
export function toStored(entry: LogEntry, attemptId: string, seal: PersonalSeal): StoredEntry {
  const typed = hasAction(entry) ? typedOf(entry.action) : null;
  if (typed === null || !hasAction(entry)) return { logSeq: entry.logSeq, entry, sealed: null };
  // What stays must replay alike: a sending that had words still has some.
  const open = { ...entry, action: withTyped(entry.action, withoutText(typed)) };
  return { logSeq: entry.logSeq, entry: open, sealed: seal.seal(typed, placeOf(attemptId, entry.logSeq)) };
}

/** The log entry with its typed text, where there is one. */
export function fromStored(
  stored: StoredEntry,
  attemptId: string,
  seal: Pick<PersonalSeal, 'unseal'>,
): LogEntry {
  const { entry, sealed } = stored;
  if (sealed === null || !hasAction(entry)) return entry;
  const typed = seal.unseal(sealed, placeOf(attemptId, entry.logSeq));
  return { ...entry, action: withTyped(entry.action, typed) };
}

function hasAction(entry: LogEntry): entry is ActionEntry {
  return entry.kind === 'action' || entry.kind === 'rejected';
}

/** In every app a text that a person typed stands in `typed`, and nowhere else. */
function typedOf(action: WorldAction): string | null {
  return 'typed' in action && action.typed !== '' ? action.typed : null;
}

function withTyped(action: WorldAction, typed: string): WorldAction {
  return 'typed' in action ? { ...action, typed } : action;
}

function placeOf(attemptId: string, logSeq: number): string {
  return `${attemptId}/${logSeq}`;
}
