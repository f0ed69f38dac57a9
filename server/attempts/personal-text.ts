/**
 * Typed text is stored apart from the log, sealed with the person's key: destroying the key erases it, except
 * features for evidence.
 */
import type { LogEntry } from '../../scenarios/kit/log.ts';
import { withoutText } from '../../scenarios/world/mail/draft.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import type { StoredEntry } from '../storage/ports/attempts.ts';

/** `binding` identifies the text's entry; the text can be opened only with it. */
export interface PersonalSeal {
  seal(text: string, binding: string): string;
  unseal(sealed: string, binding: string): string;
}

type ActionEntry = Extract<LogEntry, { kind: 'action' | 'rejected' }>;

export function toStored(entry: LogEntry, attemptId: string, seal: PersonalSeal): StoredEntry {
  const typed = hasAction(entry) ? typedOf(entry.action) : null;
  if (typed === null || !hasAction(entry)) return { logSeq: entry.logSeq, entry, sealed: null };
  // A replay must give the same result, so an erased text does not become empty.
  const open = { ...entry, action: withTyped(entry.action, withoutText(typed)) };
  return { logSeq: entry.logSeq, entry: open, sealed: seal.seal(typed, bindingOf(attemptId, entry.logSeq)) };
}

/** @throws AppError secret.unreadable if the key does not fit */
export function fromStored(
  stored: StoredEntry,
  attemptId: string,
  seal: Pick<PersonalSeal, 'unseal'>,
): LogEntry {
  const { entry, sealed } = stored;
  if (sealed === null || !hasAction(entry)) return entry;
  const typed = seal.unseal(sealed, bindingOf(attemptId, entry.logSeq));
  return { ...entry, action: withTyped(entry.action, typed) };
}

function hasAction(entry: LogEntry): entry is ActionEntry {
  return entry.kind === 'action' || entry.kind === 'rejected';
}

/** Every app has its typed text in `typed`. */
function typedOf(action: WorldAction): string | null {
  return 'typed' in action && action.typed !== '' ? action.typed : null;
}

function withTyped(action: WorldAction, typed: string): WorldAction {
  return 'typed' in action ? { ...action, typed } : action;
}

function bindingOf(attemptId: string, logSeq: number): string {
  return `${attemptId}/${logSeq}`;
}
