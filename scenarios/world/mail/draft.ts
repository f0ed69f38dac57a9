/** What a draft says and to whom: recipients of each kind of message, ready-made sentences, typed text. */
import type { Step } from '../base.ts';
import { changePhrases, isBlank, withOrWithout } from '../phrases.ts';
import type { ComposeMode, MailAction, MailDraft, MailWorld, SentMail } from './types.ts';

type DraftAction = Extract<
  MailAction,
  { type: 'add-recipient' | 'remove-recipient' | 'add-phrase' | 'remove-phrase' | 'write' }
>;

/**
 * Whom a new message goes to before anyone changes it: a reply to the sender, a reply-all to the sender and all
 * other recipients but me, a forward or a new message to nobody. Undefined if there is no such message.
 */
export function addressees(
  world: MailWorld,
  sent: readonly SentMail[],
  kind: { readonly mode: ComposeMode; readonly about: string | null },
): readonly string[] | undefined {
  if (kind.about === null) return [];
  const received = world.messages.find(({ id }) => id === kind.about);
  const own = sent.find(({ id }) => id === kind.about);
  if (received === undefined && own === undefined) return undefined;
  if (kind.mode === 'forward' || kind.mode === 'new') return [];
  // An answer to one's own message goes to its recipients, as in mail apps.
  if (received === undefined) return own?.to ?? [];
  if (kind.mode === 'reply') return [received.from];
  const others = [received.from, ...received.to].filter((id) => id !== world.me);
  return others.filter((id, index) => others.indexOf(id) === index);
}

/** True if a draft holds only what its button put there. */
export function isUntouched(world: MailWorld, sent: readonly SentMail[], draft: MailDraft): boolean {
  if (!isBlank(draft)) return false;
  const first = addressees(world, sent, draft) ?? [];
  return first.length === draft.to.length && first.every((id, index) => id === draft.to[index]);
}

/** The draft after `action`; the same object if nothing changed. */
export function changeDraft(world: MailWorld, draft: MailDraft, action: DraftAction): Step<MailDraft> {
  switch (action.type) {
    case 'add-recipient':
    case 'remove-recipient': {
      if (!world.contacts.some(({ id }) => id === action.contactId)) return unknownTarget;
      // The list of people to add leaves out the person who plays.
      if (action.type === 'add-recipient' && action.contactId === world.me) return notOnScreen;
      const to = withOrWithout(draft.to, action.contactId, action.type === 'add-recipient');
      return { ok: true, state: to === draft.to ? draft : { ...draft, to } };
    }
    case 'add-phrase':
    case 'remove-phrase': {
      const phrases = changePhrases(world.phraseGroups, draft.phrases, action);
      if (!phrases.ok) return phrases;
      return {
        ok: true,
        state: phrases.state === draft.phrases ? draft : { ...draft, phrases: phrases.state },
      };
    }
    case 'write':
      // Always a step of its own, so that undo goes the same way once the text was erased from the log.
      return { ok: true, state: { ...draft, typed: action.typed } };
  }
}

/**
 * Replaces an erased text in the log: a mark that says only that there was one, so that a replay without the texts
 * takes the same steps.
 */
export function withoutText(typed: string): string {
  return typed.trim() === '' ? '' : '\uFFFC';
}

const unknownTarget = { ok: false, code: 'world.unknown-target' } as const;
const notOnScreen = { ok: false, code: 'world.not-on-screen' } as const;
